package io.crowdlake.counting.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Gender;
import org.junit.jupiter.api.Test;

class BallotTest {

    private static final Gender[] GENDERS = Gender.values();
    private static final Ballot<Gender> NONE = Ballot.empty();

    @Test
    void whoeverHasMostWeightWins() {
        Ballot<Gender> ballot =
                NONE.plus(Gender.MALE, 0.5).plus(Gender.FEMALE, 0.3).plus(Gender.FEMALE, 0.3);

        assertThat(ballot.winner(GENDERS, Gender.UNKNOWN)).isEqualTo(Gender.FEMALE);
        assertThat(ballot.share(Gender.FEMALE, 1.2)).isEqualTo(0.5);
        assertThat(NONE.winner(GENDERS, Gender.UNKNOWN)).isEqualTo(Gender.UNKNOWN);
        assertThat(NONE.share(Gender.MALE, 0)).isZero();
    }

    @Test
    void amongEqualsTheFirstDeclaredWins() {
        Ballot<Gender> ballot = NONE.plus(Gender.MALE, 1).plus(Gender.FEMALE, 1);

        assertThat(ballot.winner(GENDERS, Gender.UNKNOWN)).isEqualTo(Gender.FEMALE);
    }

    @Test
    void twoBallotsAddUpWhicheverComesFirst() {
        Ballot<Gender> women = NONE.plus(Gender.FEMALE, 2);
        Ballot<Gender> men = NONE.plus(Gender.MALE, 1);

        assertThat(women.plus(men)).isEqualTo(men.plus(women)).hasSameHashCodeAs(men.plus(women));
        assertThat(women).as("unchanged").isEqualTo(NONE.plus(Gender.FEMALE, 2));
    }

    @Test
    void weightsOfZeroAtTheEndMakeNoDifference() {
        assertThat(Ballot.<Gender>ofWeights(1, 0, 0)).isEqualTo(Ballot.ofWeights(1));
    }
}
