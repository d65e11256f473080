package io.crowdlake.scene.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TonesTest {

    private static final Color SKIN = new Color(200, 150, 120);

    @Test
    void mixingGoesFromOneToTheOther() {
        assertThat(Tones.mix(Color.BLACK, Color.WHITE, 0)).isEqualTo(Color.BLACK);
        assertThat(Tones.mix(Color.BLACK, Color.WHITE, 1)).isEqualTo(Color.WHITE);
        assertThat(Tones.mix(Color.BLACK, Color.WHITE, 0.5)).isEqualTo(new Color(128, 128, 128));
        assertThat(Tones.darker(SKIN, 0.5)).isEqualTo(new Color(100, 75, 60));
        assertThat(Tones.clear(SKIN, 0.5).getAlpha()).isEqualTo(128);
    }

    @Test
    void shadowOnSkinIsWarmer() {
        Color shade = Tones.shade(SKIN, 0.4);

        assertThat(shade.getRed()).isLessThan(SKIN.getRed());
        assertThat((double) shade.getRed() / shade.getBlue()).isGreaterThan((double) SKIN.getRed() / SKIN.getBlue());
    }

    @Property
    void jitterStaysNear(@ForAll long seed) {
        Color near = Tones.jitter(SKIN, 10, new SplittableRandom(seed));

        assertThat(Math.abs(near.getRed() - SKIN.getRed())).isLessThanOrEqualTo(15);
        assertThat(Math.abs(near.getBlue() - SKIN.getBlue())).isLessThanOrEqualTo(15);
    }
}
