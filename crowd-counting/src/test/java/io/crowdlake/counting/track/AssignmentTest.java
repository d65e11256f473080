package io.crowdlake.counting.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Property(tries = 500)
    void noOtherAssignmentIsCheaper(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] cost = new double[rows][columns];
        for (double[] row : cost) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextInt(4) == 0 ? Assignment.FORBIDDEN : random.nextDouble();
            }
        }

        int[] assigned = Assignment.solve(cost);

        assertThat(total(cost, assigned)).isCloseTo(cheapest(cost, 0, new boolean[columns]), within(1e-9));
    }

    @Property(tries = 500)
    void noOtherChoiceOfPairsAndOfThoseWhoStayAloneIsCheaper(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 0, max = 5) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] cost = new double[rows][columns];
        double[] alone = new double[rows];
        for (int row = 0; row < rows; row++) {
            alone[row] = 4 * random.nextDouble();
            for (int column = 0; column < columns; column++) {
                cost[row][column] = random.nextInt(3) == 0 ? Assignment.FORBIDDEN : 10 * random.nextDouble() - 2;
            }
        }

        int[] assigned = Assignment.solve(cost, alone);

        double total = 0;
        for (int row = 0; row < rows; row++) {
            total += assigned[row] == Assignment.NONE ? alone[row] : cost[row][assigned[row]];
        }
        assertThat(total).isCloseTo(cheapest(cost, alone, 0, new boolean[columns]), within(1e-9));
        assertThat(IntStream.of(assigned).filter(column -> column != Assignment.NONE))
                .doesNotHaveDuplicates();
    }

    @Test
    void theFirstChoiceIsGivenUpWhereAllAreBetterOff() {
        double[][] cost = {{0.1, 0.2}, {0.1, 0.9}};

        assertThat(Assignment.solve(cost)).containsExactly(1, 0);
    }

    @Test
    void whatIsForbiddenStaysAlone() {
        double[][] cost = {{Assignment.FORBIDDEN, Assignment.FORBIDDEN}, {0.5, Assignment.FORBIDDEN}};

        assertThat(Assignment.solve(cost)).containsExactly(Assignment.NONE, 0);
    }

    @Test
    void nothingToAssign() {
        assertThat(Assignment.solve(new double[0][0])).isEmpty();
        assertThat(Assignment.solve(new double[2][0])).containsExactly(Assignment.NONE, Assignment.NONE);
    }

    /** A row without a column costs as much as a forbidden pair, so that as many as possible are assigned. */
    private static double total(double[][] cost, int[] assigned) {
        double total = 0;
        for (int row = 0; row < assigned.length; row++) {
            total += assigned[row] == Assignment.NONE ? Assignment.FORBIDDEN : cost[row][assigned[row]];
        }
        return total;
    }

    private static double cheapest(double[][] cost, double[] alone, int row, boolean[] taken) {
        if (row == cost.length) {
            return 0;
        }
        double best = alone[row] + cheapest(cost, alone, row + 1, taken);
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                best = Math.min(best, cost[row][column] + cheapest(cost, alone, row + 1, taken));
                taken[column] = false;
            }
        }
        return best;
    }

    private static double cheapest(double[][] cost, int row, boolean[] taken) {
        if (row == cost.length) {
            return 0;
        }
        double best = Assignment.FORBIDDEN + cheapest(cost, row + 1, taken);
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                best = Math.min(best, cost[row][column] + cheapest(cost, row + 1, taken));
                taken[column] = false;
            }
        }
        return best;
    }
}
