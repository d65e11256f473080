package io.crowdlake.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.scene.life.CrowdRhythm;
import io.crowdlake.scene.life.Place;
import org.junit.jupiter.api.Test;

class SceneOptionsTest {

    private final SceneOptions options = SceneOptions.sparse(1);

    @Test
    void eachPartCanBeReplaced() {
        CrowdRhythm rhythm = new CrowdRhythm(1, 2, 3, 4, 5);
        SceneOptions other = options.withSize(320, 240)
                .withFramesPerSecond(12.5)
                .withRhythm(rhythm)
                .withPlace(Place.PARK);

        assertThat(other).isEqualTo(new SceneOptions(320, 240, 12.5, rhythm, Place.PARK, 1));
    }

    @Test
    void whatCannotBeDrawnIsRefusedByName() {
        assertThatThrownBy(() -> options.withSize(100, 480)).hasMessage("width is 100, must be within 160..3840");
        assertThatThrownBy(() -> options.withSize(640, 5000)).hasMessage("height is 5000, must be within 120..2160");
        assertThatThrownBy(() -> options.withFramesPerSecond(0)).hasMessageContaining("must be above 0 and at most 60");
        assertThatThrownBy(() -> options.withFramesPerSecond(Double.NaN)).hasMessageContaining("frames per second");
        assertThatThrownBy(() -> new CrowdRhythm(0, 20, 5, 1, 4)).hasMessageContaining("arrivals per minute");
        assertThatThrownBy(() -> new CrowdRhythm(5, -1, 5, 1, 4)).hasMessageContaining("dwell");
        assertThatThrownBy(() -> new CrowdRhythm(5, 20, 0, 1, 4)).hasMessageContaining("most people");
        assertThatThrownBy(() -> new CrowdRhythm(5, 20, 5, 4, 3)).hasMessageContaining("nearest");
    }
}
