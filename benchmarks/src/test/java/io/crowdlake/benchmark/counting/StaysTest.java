package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.PersonTruth;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaysTest {

    @Test
    void countsFromTheFirstToTheLastClearLook() {
        List<Stay> stays = Stays.of(
                List.of(person("a", 0, 9)), List.of(frame(1, "a", 0.3), frame(2, "a", 0.9), frame(7, "a", 0.8)));

        assertThat(stays).singleElement().satisfies(stay -> {
            assertThat(stay.firstShown()).isEqualTo(Duration.ofSeconds(2));
            assertThat(stay.lastShown()).isEqualTo(Duration.ofSeconds(7));
            assertThat(stay.shown()).isEqualTo(Duration.ofSeconds(5));
            assertThat(stay.inView()).isEqualTo(Duration.ofSeconds(9));
            assertThat(stay.overlaps(Duration.ofSeconds(7), Duration.ofSeconds(8)))
                    .isTrue();
            assertThat(stay.overlaps(Duration.ZERO, Duration.ofSeconds(2))).isFalse();
        });
    }

    @Test
    void whoeverNeverShowsTheirFaceIsNotThere() {
        assertThat(Stays.of(List.of(person("a", 0, 9)), List.of(frame(1, "a", 0.5))))
                .isEmpty();
    }

    @Test
    void whoComesBackStaysTwice() {
        List<Stay> stays = Stays.of(
                List.of(person("a", 0, 4), person("a", 20, 24)),
                List.of(frame(1, "a", 1), frame(3, "a", 1), frame(21, "a", 1)));

        assertThat(stays).extracting(Stay::id).containsExactly("a/0", "a/1");
        assertThat(stays.get(0).shown()).isEqualTo(Duration.ofSeconds(2));
        assertThat(stays.get(1).person().entered()).isEqualTo(Duration.ofSeconds(20));
    }

    private static PersonTruth person(String id, int entered, int left) {
        return new PersonTruth(
                id, 30, Gender.FEMALE, Emotion.NEUTRAL, Duration.ofSeconds(entered), Duration.ofSeconds(left));
    }

    private static FrameTruth frame(int second, String person, double clarity) {
        FaceTruth face = new FaceTruth(person, new BoundingBox(0.1, 0.1, 0.1, 0.1), clarity);
        return new FrameTruth(second, Duration.ofSeconds(second), List.of(face), 1);
    }
}
