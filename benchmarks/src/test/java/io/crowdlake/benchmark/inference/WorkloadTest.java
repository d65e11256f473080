package io.crowdlake.benchmark.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.inference.TinyBundle;
import io.crowdlake.inference.bundle.ModelBundle;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadTest {

    @Test
    void addsUpTheDetectorsPixelsAndTheFaces() {
        Workload workload = new Workload(640, 2000.0, 50e6);

        double macs = 2000.0 * 640 * 480 + 4 * 50e6;
        assertThat(workload.secondsAtPeak(new FrameKind(640, 480, 4), 1e9)).isCloseTo(macs / 1e9, within(1e-12));
    }

    @Test
    void countsThePixelsOfTheFrameMadeSmaller() {
        Workload workload = new Workload(320, 1000.0, 0.0);

        assertThat(workload.secondsAtPeak(new FrameKind(640, 480, 0), 1e9))
                .isCloseTo(1000.0 * 320 * 240 / 1e9, within(1e-12));
    }

    @Test
    void ofADetectorAloneIsKnownWithoutFaces(@TempDir Path folder) {
        TinyBundle.copyTo(folder, manifest -> {
            ((ObjectNode) manifest.get("detector")).put("macsPerPixel", 100);
            manifest.remove("attributes");
        });

        Workload workload = Workload.of(ModelBundle.load(folder.toString()).manifest());

        assertThat(workload).isEqualTo(new Workload(320, 100.0, 0.0));
        assertThat(workload.secondsAtPeak(new FrameKind(320, 240, 4), 1e9))
                .isCloseTo(100.0 * 320 * 240 / 1e9, within(1e-12));
    }

    @Test
    void ofABundleThatDoesNotSayIsUnknown() {
        assertThat(Workload.of(TinyBundle.load().manifest())).isEqualTo(new Workload(320, null, null));
    }

    @Test
    void isUnknownWhereTheBundleDoesNotSay() {
        assertThat(new Workload(640, null, 5.0).secondsAtPeak(FrameKind.HEADLINE, 1e9))
                .isNull();
        assertThat(new Workload(640, 5.0, null).secondsAtPeak(FrameKind.HEADLINE, 1e9))
                .isNull();
    }
}
