package io.crowdlake.inference.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.inference.TinyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleImportTest {

    @TempDir
    Path folder;

    private Path manifest;

    @BeforeEach
    void layFilesBesideAManifest() {
        manifest = TinyBundle.copyTo(folder.resolve("mine"), json -> json.remove("files"))
                .resolve("bundle.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"faces", "faces.zip", "new/folder/faces.zip"})
    void writesABundleThatLoads(String out) throws IOException {
        Files.writeString(folder.resolve("mine/LICENSE"), "free");

        BundleWriter.write(BundleImport.read(manifest, List.of("LICENSE")), folder.resolve(out));

        ModelBundle bundle = ModelBundle.load(folder.resolve(out).toString());
        assertThat(bundle.manifest().modelVersion()).isEqualTo("tiny 1.0");
        assertThat(bundle.manifest().detector())
                .isEqualTo(TinyBundle.load().manifest().detector());
        assertThat(bundle.manifest().files())
                .containsOnlyKeys(
                        "detector.pt",
                        "detector-int8.pt",
                        "attributes.pt",
                        "attributes-int8.pt",
                        "embedding.pt",
                        "embedding-int8.pt",
                        "LICENSE");
        assertThat(bundle.content("attributes.pt")).isEqualTo(TinyBundle.content("tiny/attributes.pt"));
        assertThat(bundle.content("LICENSE")).asString().isEqualTo("free");
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".partial"));
        }
    }

    @Test
    void theSameBundleAlwaysGivesTheSameBytes() throws IOException {
        BundleWriter.write(BundleImport.read(manifest, List.of()), folder.resolve("one.zip"));
        BundleWriter.write(BundleImport.read(manifest, List.of()), folder.resolve("two.zip"));

        assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
    }

    @Test
    void wrongSizesAndChecksumsOfAnEarlierTimeDoNotMatter() {
        Path old = TinyBundle.copyTo(
                        folder.resolve("old"),
                        json -> ((ObjectNode) json.get("files").get("detector.pt")).put("bytes", 1))
                .resolve("bundle.json");

        assertThat(BundleImport.read(old, List.of()).manifest())
                .isEqualTo(TinyBundle.load().manifest());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "a misspelt field",
                        json -> ((ObjectNode) json.get("detector")).putObject("outputs"),
                        "detector.outputs is no field of a bundle, must be one of candidateThreshold, file, input,"),
                mistake(
                        "a misspelt network",
                        json -> json.set("atributes", json.remove("attributes")),
                        "atributes is no field of a bundle, must be one of attributes, description, detector,"),
                mistake("no licence", json -> json.remove("licence"), "licence is missing"),
                mistake(
                        "a file that is not there",
                        json -> ((ObjectNode) json.get("detector")).put("file", "mine.pt"),
                        "mine.pt is not there; lay it beside the manifest or correct the name"),
                mistake(
                        "a file elsewhere",
                        json -> ((ObjectNode) json.get("detector")).put("file", "../mine.pt"),
                        "detector.file is ../mine.pt, must be a file name"),
                mistake(
                        "the manifest as a network",
                        json -> ((ObjectNode) json.get("detector")).put("file", "bundle.json"),
                        "detector.file is bundle.json, must be another file"),
                mistake(
                        "a wrong range",
                        json -> ((ObjectNode) json.get("attributes")).put("inputSize", 4),
                        "attributes.inputSize is 4, must be within 16..512"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedInOneLine(Consumer<ObjectNode> edit, String message) {
        Path wrong = TinyBundle.copyTo(folder.resolve("wrong"), json -> {
                    json.remove("files");
                    edit.accept(json);
                })
                .resolve("bundle.json");

        assertThat(refused(wrong, List.of()))
                .startsWith("import of " + wrong + ": ")
                .contains(message);
    }

    @Test
    void aManifestThatIsNotThereOrNoneSaysSo() throws IOException {
        assertThat(refused(folder.resolve("none.json"), List.of()))
                .contains("none.json is not there; name a bundle.json");
        Path text = Files.writeString(folder.resolve("text.json"), "{\n  \"format\": one }");
        assertThat(refused(text, List.of())).contains("it is no JSON in line 2");
        Path list = Files.writeString(folder.resolve("list.json"), "[]");
        assertThat(refused(list, List.of())).contains("it is no JSON object; docs/model-bundles.md has an example");
        assertThat(refused(folder, List.of())).contains("cannot be read");
    }

    @Test
    void aFurtherFileThatIsNotThereIsNamed() {
        assertThat(refused(manifest, List.of("LICENSE"))).contains("LICENSE is not there");
        assertThat(refused(manifest, List.of("../LICENSE"))).contains("--include is ../LICENSE, must be a file name");
    }

    @Test
    void nothingIsWrittenOverWhatIsThere() throws IOException {
        Path there = Files.writeString(folder.resolve("faces.zip"), "precious");
        ModelBundle bundle = BundleImport.read(manifest, List.of());

        BundleException e = catchThrowableOfType(BundleException.class, () -> BundleWriter.write(bundle, there));

        assertThat(e).hasMessage(there + " is there already; remove it or name another place");
        assertThat(there).hasContent("precious");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        ModelBundle bundle = BundleImport.read(manifest, List.of());

        BundleException e =
                catchThrowableOfType(BundleException.class, () -> BundleWriter.write(bundle, file.resolve("faces")));

        assertThat(e).hasMessageContaining("faces cannot be written").hasMessageNotContaining("\n");
    }

    private static String refused(Path manifest, List<String> included) {
        BundleException e = catchThrowableOfType(BundleException.class, () -> BundleImport.read(manifest, included));
        assertThat(e).as("import of %s", manifest).isNotNull();
        assertThat(e.getMessage()).doesNotContain("\n");
        return e.getMessage();
    }

    private static Arguments mistake(String name, Consumer<ObjectNode> edit, String message) {
        return Arguments.of(Named.of(name, edit), message);
    }
}
