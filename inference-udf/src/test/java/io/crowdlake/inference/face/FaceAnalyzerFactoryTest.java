package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Precision;
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
        TinyBundle.copyWith(folder, "detector-int8.pt", TinyBundle.content("tiny/attributes.pt"));

        assertRefused("detector-int8.pt", "a trial input");
    }

    @Test
    void anAttributeNetworkOfOtherShapesIsRefused() {
        TinyBundle.copyWith(folder, "attributes-int8.pt", TinyBundle.content("tiny/detector.pt"));

        assertRefused("attributes-int8.pt", "for 2 crops, must give");
    }

    @Test
    void aNetworkWhoseLabelsAreFewerThanItsOutputsIsRefused() {
        // The contract fixes the labels, so a network for other ones shows in its shapes.
        TinyBundle.copyWith(folder, "attributes-int8.pt", TinyBundle.content("five-emotions.pt"));

        assertRefused(
                "attributes-int8.pt",
                "gives [[2, 7], [2], [2, 2], [2, 5]] for 2 crops, must give",
                "[2, 7] as output 0, [2] as output 1, [2, 2] as output 2, [2, 8] as output 3");
    }

    @Test
    void aFileThatIsNoNetworkIsRefused() {
        TinyBundle.copyWith(folder, "detector-int8.pt", "no network".getBytes(StandardCharsets.UTF_8));

        assertRefused("detector-int8.pt", "no TorchScript file", "export the network with torch.jit");
    }

    @Test
    void aPickleIsRefusedAndNotRun() {
        Path trace = folder.resolve("it-was-run");
        String pickle = "cposix\nsystem\n(S'touch " + trace + "'\ntR.";
        TinyBundle.copyWith(folder, "detector-int8.pt", pickle.getBytes(StandardCharsets.US_ASCII));

        assertRefused("detector-int8.pt", "no TorchScript file");
        assertThat(trace).doesNotExist();
    }

    @Test
    void onlyTheFilesOfThePrecisionAreLoaded() {
        TinyBundle.copyWith(folder, "detector.pt", "no network".getBytes(StandardCharsets.UTF_8));
        AnalyzerSettings int8 = AnalyzerSettings.ofBundle(folder.toString());

        assertThatCode(() -> factory.check(int8)).doesNotThrowAnyException();
        assertThatThrownBy(() -> factory.check(int8.withPrecision(Precision.FP32)))
                .hasMessageContaining("detector.pt is no TorchScript file");
    }

    @Test
    void embeddingsThatTheBundleDoesNotHaveAreRefused() {
        TinyBundle.copyTo(folder, manifest -> manifest.remove("embedding"));
        AnalyzerSettings settings = AnalyzerSettings.ofBundle(folder.toString()).withEmbeddings();

        assertThatThrownBy(() -> factory.check(settings))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("bundle.json has no embedding; use a bundle that has one");
    }

    @Test
    void anEmbeddingOfOtherLengthIsRefused() {
        TinyBundle.copyTo(folder, manifest -> ((ObjectNode) manifest.get("embedding")).put("dimensions", 64));
        AnalyzerSettings settings = AnalyzerSettings.ofBundle(folder.toString());

        assertThatCode(() -> factory.check(settings)).doesNotThrowAnyException();
        assertThatThrownBy(() -> factory.check(settings.withEmbeddings()))
                .hasMessageContaining("embedding-int8.pt gives [[2, 12]] for 2 crops, must give [[2, 64]]");
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
