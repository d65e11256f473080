package io.crowdlake.counting.track;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Optimal assignment of rows to columns: as many allowed pairs as possible, at the least total cost (the Hungarian method, O(n³)). */
public final class Assignment {

    /** Cost of a pair that must not be; every other cost lies in 0..1. */
    public static final double FORBIDDEN = 1e4;

    /** Marks a row without a column. */
    public static final int NONE = -1;

    private Assignment() {}

    /** The column of each row, or {@link #NONE}. The matrix is rectangular; rows may be empty. */
    public static int[] solve(double[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        int[] columnOfRow = new int[rows];
        Arrays.fill(columnOfRow, NONE);
        if (columns == 0) {
            return columnOfRow;
        }
        if (rows > columns) {
            int[] rowOfColumn = solve(transposed(cost, rows, columns));
            for (int column = 0; column < columns; column++) {
                if (rowOfColumn[column] != NONE) {
                    columnOfRow[rowOfColumn[column]] = column;
                }
            }
            return columnOfRow;
        }
        int[] rowOfColumn = shortestPaths(cost, rows, columns);
        for (int column = 1; column <= columns; column++) {
            int row = rowOfColumn[column] - 1;
            if (row >= 0 && cost[row][column - 1] < FORBIDDEN) {
                columnOfRow[row] = column - 1;
            }
        }
        return columnOfRow;
    }

    /**
     * The column of each row, or {@link #NONE} where it is cheaper to leave it alone, at the least total cost. Where a row and a column have only
     * each other to choose there is nothing to solve, which is so as a rule.
     *
     * @param alone what a row costs that has no column
     */
    static int[] solve(double[][] cost, double[] alone) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        int[] columnOfRow = new int[rows];
        Arrays.fill(columnOfRow, NONE);
        int[] choices = new int[rows];
        int[] suitors = new int[columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (cost[row][column] < alone[row]) {
                    choices[row]++;
                    suitors[column]++;
                    columnOfRow[row] = column;
                }
            }
        }
        boolean[] contested = new boolean[columns];
        int[] open = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (choices[row] > 1 || (choices[row] == 1 && suitors[columnOfRow[row]] > 1)) {
                open[count++] = row;
                for (int column = 0; column < columns; column++) {
                    contested[column] |= cost[row][column] < alone[row];
                }
            }
        }
        return count == 0
                ? columnOfRow
                : solve(cost, alone, Arrays.copyOf(open, count), indexes(contested), columnOfRow);
    }

    private static int[] solve(double[][] cost, double[] alone, int[] rows, int[] columns, int[] columnOfRow) {
        double[][] part = new double[rows.length][columns.length + rows.length];
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(part[i], FORBIDDEN);
            for (int j = 0; j < columns.length; j++) {
                double pair = cost[rows[i]][columns[j]];
                part[i][j] = pair < alone[rows[i]] ? pair : FORBIDDEN;
            }
            part[i][columns.length + i] = alone[rows[i]];
        }
        int[] solved = solve(part);
        for (int i = 0; i < rows.length; i++) {
            columnOfRow[rows[i]] = solved[i] < columns.length ? columns[solved[i]] : NONE;
        }
        return columnOfRow;
    }

    private static int[] indexes(boolean[] chosen) {
        return IntStream.range(0, chosen.length).filter(index -> chosen[index]).toArray();
    }

    /** Grows the assignment row by row along shortest augmenting paths; rows and columns count from 1, 0 stands for none. */
    private static int[] shortestPaths(double[][] cost, int rows, int columns) {
        double[] rowPotential = new double[rows + 1];
        double[] columnPotential = new double[columns + 1];
        int[] rowOfColumn = new int[columns + 1];
        int[] previous = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            double[] distance = new double[columns + 1];
            boolean[] settled = new boolean[columns + 1];
            Arrays.fill(distance, Double.POSITIVE_INFINITY);
            rowOfColumn[0] = row;
            int column = 0;
            do {
                settled[column] = true;
                int from = rowOfColumn[column];
                int nearest = 0;
                double step = Double.POSITIVE_INFINITY;
                for (int to = 1; to <= columns; to++) {
                    if (settled[to]) {
                        continue;
                    }
                    double reduced = cost[from - 1][to - 1] - rowPotential[from] - columnPotential[to];
                    if (reduced < distance[to]) {
                        distance[to] = reduced;
                        previous[to] = column;
                    }
                    if (distance[to] < step) {
                        step = distance[to];
                        nearest = to;
                    }
                }
                for (int to = 0; to <= columns; to++) {
                    if (settled[to]) {
                        rowPotential[rowOfColumn[to]] += step;
                        columnPotential[to] -= step;
                    } else {
                        distance[to] -= step;
                    }
                }
                column = nearest;
            } while (rowOfColumn[column] != 0);
            while (column != 0) {
                rowOfColumn[column] = rowOfColumn[previous[column]];
                column = previous[column];
            }
        }
        return rowOfColumn;
    }

    private static double[][] transposed(double[][] cost, int rows, int columns) {
        double[][] turned = new double[columns][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column][row] = cost[row][column];
            }
        }
        return turned;
    }
}
