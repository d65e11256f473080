package io.crowdlake.counting.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CourseTest {

    private static final double WIDTH = 0.05;

    private final Course near = new Course(0.5, 0.3, 0.1, 1);
    private final Course far = new Course(0.5, 3, 0.5, 1);

    @Test
    void aFaceIsLikeliestWhereItIsExpected() {
        double expected = near.density(0.5, WIDTH, 0, 0);

        assertThat(near.density(0.52, WIDTH, 0, 0)).isLessThan(expected);
        assertThat(near.density(0.5, WIDTH, 1, 0)).isLessThan(expected);
        assertThat(near.density(0.5, WIDTH, 0, 0.2)).isLessThan(expected);
        assertThat(near.density(0.48, WIDTH, -1, -0.2)).isCloseTo(near.density(0.52, WIDTH, 1, 0.2), within(1e-9));
    }

    @Test
    void whoMayBeAnywhereIsLessLikelyAtAnyPlace() {
        assertThat(far.density(0.5, WIDTH, 0, 0)).isLessThan(near.density(0.5, WIDTH, 0, 0));
        assertThat(far.density(0.7, WIDTH, 0, 0.4)).isGreaterThan(near.density(0.7, WIDTH, 0, 0.4));
    }

    @Test
    void placesAddUpToOne() {
        double sum = 0;
        double step = 0.01;
        for (double miss = -60; miss < 60; miss += 0.1) {
            for (double faces = -20; faces < 20; faces += 0.1) {
                sum += near.density(0.5 + faces * WIDTH, WIDTH, miss, 0) * 0.1 * step * 10;
            }
        }
        double peak = 1 / near.resize();
        assertThat(sum / peak)
                .as("the integral of Student's density, without its constant")
                .isCloseTo(2 * Math.PI, within(0.05));
    }
}
