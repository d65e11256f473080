package io.crowdlake.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.evaluation.metric.Proportion;
import org.junit.jupiter.api.Test;

class DetectionTest {

    @Test
    void aDoubtfulFaceIsNotDetectedButNotUnseen() {
        Detection.Counter counter = new Detection.Counter();
        counter.detected();
        counter.doubtful();
        counter.doubtful();
        counter.unseen();
        assertThat(counter.detection()).isEqualTo(new Detection(Proportion.of(3, 4), Proportion.of(1, 4)));
    }

    @Test
    void withoutPicturesThereIsNoShare() {
        assertThat(new Detection.Counter().detection().notDetected().value()).isNull();
    }
}
