package io.crowdlake.job.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private static final AggregateSettings SETTINGS = new AggregateSettings(
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            Duration.ofSeconds(15));

    @Test
    void theEventTopicHearsAtOnceAndTheLakeAfterItsInterval() {
        Publication begun = Publication.begun(1_000_000);

        assertThat(begun.eventsDue(SETTINGS)).isLessThan(1_000_000);
        assertThat(begun.lakeDue(SETTINGS)).isEqualTo(1_300_000);
    }

    @Test
    void theNextGoesAfterTheIntervalOfItsOutlet() {
        Publication told = Publication.begun(0).revised(77).announced(50_000);

        assertThat(told.eventsDue(SETTINGS)).as("nothing new").isEqualTo(Publication.NEVER);
        assertThat(told.lakeDue(SETTINGS)).as("has not got revision 1 yet").isEqualTo(300_000);
        assertThat(told.touched().eventsDue(SETTINGS)).isEqualTo(60_000);
    }

    @Test
    void theSameContentIsNoNewRevision() {
        Publication first = Publication.begun(0).revised(77);

        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.touched().revised(77).revision()).isEqualTo(1);
        assertThat(first.touched().revised(78).revision()).isEqualTo(2);
    }

    @Test
    void aClosedWindowIsDueAtBothOutletsAtOnce() {
        Publication closed =
                Publication.begun(0).revised(77).announced(1_000).stored(1_000).closedNow();

        assertThat(closed.closed()).isTrue();
        assertThat(closed.eventsDue(SETTINGS)).isLessThan(1_000);
        assertThat(closed.lakeDue(SETTINGS)).isLessThan(1_000);
        assertThat(closed.revision()).as("counting goes on").isEqualTo(1);
    }
}
