package io.crowdlake.scene.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class HeadPoseTest {

    @Test
    void facingIsFullInFrontAndNoneBehind() {
        assertThat(HeadPose.FRONT.facing()).isEqualTo(1);
        assertThat(new HeadPose(0.8, 0, 0).facing()).isEqualTo(1);
        assertThat(new HeadPose(1.1, 0, 0).facing()).isBetween(0.4, 0.6);
        assertThat(new HeadPose(Math.PI, 0, 0).facing()).isZero();
    }

    @Property
    void turnsRepeatAndAreTheSameToBothSides(@ForAll @DoubleRange(min = -3.1, max = 3.1) double yaw) {
        double turn = new HeadPose(yaw, 0, 0).turn();

        assertThat(turn).isBetween(0.0, Math.PI);
        assertThat(new HeadPose(-yaw, 0, 0).turn()).isEqualTo(turn, within(1e-9));
        assertThat(new HeadPose(yaw + 2 * Math.PI, 0, 0).turn()).isEqualTo(turn, within(1e-9));
    }
}
