package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.TinyBundle;
import io.crowdlake.inference.bundle.BundleException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceAnalyzerFactoryTest {

    private final FaceAnalyzerFactory factory = new FaceAnalyzerFactory();

    @TempDir
    Path folder;

    @Test
    void readsJpegsAndNothingElse() {
        assertThat(factory.accepts("image/jpeg")).isTrue();
        assertThat(factory.accepts("Image/JPEG; charset=binary")).isTrue();
        assertThat(factory.accepts("image/png")).isFalse();
        assertThat(factory.accepts("application/json")).isFalse();
        assertThat(factory.accepts("")).isFalse();
    }

    @Test
    void goodBundlesPassTheCheck() {
        assertThatCode(() -> factory.check(TinyBundle.settings())).doesNotThrowAnyException();
        assertThatCode(() -> factory.check(AnalyzerSettings.defaults())).doesNotThrowAnyException();
    }

    @Test
    void aDetectorOfOtherShapesIsRefused() {
        TinyBundle.copyWith(folder, "detector.pt", TinyBundle.content("tiny/attributes.pt"));

        assertRefused("detector.pt", "a trial input");
    }

    @Test
    void anAttributeNetworkOfOtherShapesIsRefused() {
        TinyBundle.copyWith(folder, "attributes.pt", TinyBundle.content("tiny/detector.pt"));

        assertRefused("attributes.pt", "for 2 crops, must give");
    }

    @Test
    void aNetworkWhoseLabelsAreFewerThanItsOutputsIsRefused() {
        // The contract fixes the labels, so a network for other ones shows in its shapes.
        TinyBundle.copyWith(folder, "attributes.pt", TinyBundle.content("five-emotions.pt"));

        assertRefused(
                "attributes.pt",
                "gives [[2, 7], [2], [2, 2], [2, 5]] for 2 crops, must give [[2, 7], [2], [2, 2], [2, 8]]");
    }

    @Test
    void aFileThatIsNoNetworkIsRefused() {
        TinyBundle.copyWith(folder, "detector.pt", "no network".getBytes(StandardCharsets.UTF_8));

        assertRefused("detector.pt", "no TorchScript file");
    }

    private void assertRefused(String... parts) {
        AnalyzerSettings settings = AnalyzerSettings.ofBundle(folder.toString());
        assertThatThrownBy(() -> factory.check(settings))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("model bundle " + folder + ": ")
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> factory.open(settings)).isInstanceOf(BundleException.class);
    }
}
