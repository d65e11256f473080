package io.crowdlake.scene.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KeyframesTest {

    @Test
    void goesStraightFromPointToPointAndHoldsBeforeAndAfter() {
        Keyframes line = new Keyframes(0);
        line.add(1, 10);
        line.add(3, 20);

        assertThat(line.at(0)).isEqualTo(10);
        assertThat(line.at(1.5)).isEqualTo(12.5, within(1e-9));
        assertThat(line.at(99)).isEqualTo(20);
    }

    @Test
    void smoothStepsStartAndEndGently() {
        Keyframes turn = new Keyframes(Double.POSITIVE_INFINITY);
        turn.add(0, 0);
        turn.add(1, 1);

        assertThat(turn.at(0.1)).isLessThan(0.05);
        assertThat(turn.at(0.5)).isEqualTo(0.5, within(1e-9));
        assertThat(turn.at(0.9)).isGreaterThan(0.95);
    }

    @Test
    void startsWithinTheRampThenKeepsItsSpeed() {
        Keyframes walk = new Keyframes(0.5);
        walk.add(0, 0);
        walk.add(4, 7);

        assertThat(walk.at(0.5)).as("half the speed for half a second").isEqualTo(0.5, within(1e-9));
        assertThat(walk.at(1.5)).isEqualTo(2.5, within(1e-9));
        assertThat(walk.at(3.5)).isEqualTo(6.5, within(1e-9));
        assertThat(walk.at(4)).isEqualTo(7, within(1e-9));
    }

    @Test
    void growsAndKeepsOrder() {
        Keyframes many = new Keyframes(0);
        for (int i = 0; i < 50; i++) {
            many.add(i, i * i);
        }

        assertThat(many.at(40)).isEqualTo(1600);
        assertThat(many.end()).isEqualTo(49);
        assertThat(many.last()).isEqualTo(49 * 49);
        assertThatThrownBy(() -> many.add(3, 0)).hasMessageContaining("before the last one");
    }
}
