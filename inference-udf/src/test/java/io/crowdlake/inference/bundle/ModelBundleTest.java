package io.crowdlake.inference.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.inference.TinyBundle;
import io.crowdlake.inference.flink.FlinkBundleSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBundleTest {

    @TempDir
    Path folder;

    @Test
    void loadsFromTheClassPath() {
        ModelBundle bundle = ModelBundle.load(TinyBundle.URI);

        assertThat(bundle.manifest().modelVersion()).isEqualTo("tiny 1.0");
        assertThat(bundle.manifest().detector().maxSide()).isEqualTo(320);
        assertThat(bundle.manifest().attributes().emotions()).hasSize(8).startsWith("anger");
        assertThat(bundle.content("detector.pt")).isEqualTo(TinyBundle.content("tiny/detector.pt"));
    }

    @Test
    void loadsTheBuiltInBundle() {
        assertThat(ModelBundle.load("classpath:/models/faces").manifest().name())
                .isEqualTo("crowdlake-faces");
    }

    @Test
    void loadsFromAFolderGivenAsPathOrAsUri() {
        TinyBundle.copyTo(folder);

        for (String uri :
                new String[] {folder.toString(), folder + "/", folder.toUri().toString()}) {
            assertThat(ModelBundle.load(uri).manifest().version()).as(uri).isEqualTo("1.0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tiny/"})
    void loadsFromAZipWhoseFilesLieAtTheTopOrInAFolder(String prefix) throws IOException {
        Path zip = zip(folder.resolve("tiny.zip"), prefix);

        assertThat(ModelBundle.load(zip.toString()).content("attributes.pt"))
                .isEqualTo(TinyBundle.content("tiny/attributes.pt"));
        assertThat(ModelBundle.load(zip.toUri().toString()).manifest().name()).isEqualTo("tiny");
    }

    @Test
    void loadsFromFileSystemsOfFlink() throws IOException {
        TinyBundle.copyTo(folder);

        // No scheme of a file system that tests have, so its local one stands for all under a name that only it answers
        // to.
        assertThat(new FlinkBundleSource()
                        .open("file://" + folder + "/bundle.json")
                        .readAllBytes())
                .isEqualTo(TinyBundle.content("tiny/bundle.json"));
        assertThat(refused("nosuchfs://bucket/faces"))
                .contains("nosuchfs://bucket/faces", "cannot be read")
                .contains("nosuchfs");
    }

    @Test
    void ignoresFieldsOfLaterMinorVersions() {
        TinyBundle.copyTo(folder, manifest -> manifest.put("trainedOn", "2026-03-01"));

        assertThat(ModelBundle.load(folder.toString()).manifest().name()).isEqualTo("tiny");
    }

    @Test
    void aBundleThatIsNotThereNamesTheSetting() {
        assertThat(refused(folder.resolve("nowhere").toString())).contains("bundle.json is missing", "model.bundle");
        assertThat(refused(folder.resolve("nowhere.zip").toString())).contains("is not there", "model.bundle");
        assertThat(refused("classpath:/models/nowhere"))
                .contains("bundle.json is missing", "classpath:/models/nowhere");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(TinyBundle.copyTo(folder).resolve("attributes.pt"));

        assertThat(refused(folder.toString())).contains(folder.toString(), "attributes.pt is missing");
    }

    @Test
    void aChangedFileIsNamed() throws IOException {
        Path file = TinyBundle.copyTo(folder).resolve("detector.pt");
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);

        assertThat(refused(folder.toString()))
                .contains("detector.pt has a wrong SHA-256 checksum", "copy the bundle again");
    }

    @Test
    void aCutFileIsNamed() throws IOException {
        Path file = TinyBundle.copyTo(folder).resolve("detector.pt");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1_000));

        assertThat(refused(folder.toString())).contains("detector.pt has 1000 bytes, must have");
    }

    @Test
    void somethingThatIsNoZipSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("faces.zip"), "no zip");

        assertThat(refused(file.toString())).contains("no .zip file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "not json at all", "{\"format\": \"one\"}"})
    void aManifestThatIsNoneSaysSo(String json) throws IOException {
        Files.write(TinyBundle.copyTo(folder).resolve("bundle.json"), json.getBytes(StandardCharsets.UTF_8));

        assertThat(refused(folder.toString())).contains("bundle.json: ");
    }

    @Test
    void anInputThatIsDeclaredRightIsRead() {
        TinyBundle.copyTo(folder, manifest -> input(manifest).put("width", 320).put("height", 200));

        DetectorSettings detector =
                ModelBundle.load(folder.toString()).manifest().detector();

        assertThat(detector.input().format().layout()).isEqualTo(PixelLayout.NCHW);
        assertThat(detector.input().isFixed()).isTrue();
        assertThat(detector.maxSide()).isEqualTo(320);
        assertThat(detector.output()).isEqualTo(new DetectorOutput.Rows());
    }

    static Stream<Arguments> wrongManifests() {
        return Stream.of(
                wrong("a later format", manifest -> manifest.put("format", 2), "format is 2, must be 1"),
                wrong("no name", manifest -> manifest.remove("name"), "name is missing"),
                wrong("no licence", manifest -> manifest.put("licence", " "), "licence is missing"),
                wrong("no detector", manifest -> manifest.remove("detector"), "detector is missing"),
                wrong(
                        "a size of nothing",
                        manifest -> detector(manifest).put("maxSide", 0),
                        "maxSide is 0, must be within 32..4096"),
                wrong(
                        "a score above 1",
                        manifest -> detector(manifest).put("scoreThreshold", 1.5),
                        "scoreThreshold is 1.5, must be within 0..1"),
                wrong(
                        "a file elsewhere",
                        manifest -> detector(manifest).put("file", "../../secret"),
                        "detector.file is ../../secret, must be a file name"),
                wrong(
                        "a file not listed",
                        manifest -> detector(manifest).put("file", "other.pt"),
                        "other.pt, which \"files\" does not list"),
                wrong(
                        "6 age bands",
                        manifest -> attributes(manifest).withArray("ageBands").remove(0),
                        "attributes.ageBands is ["),
                wrong(
                        "a third gender",
                        manifest -> attributes(manifest).withArray("genders").add("unknown"),
                        "must be these 2 in the order of the outputs: female, male"),
                wrong(
                        "a misspelt emotion",
                        manifest -> attributes(manifest).withArray("emotions").set(0, "angry"),
                        "must be these 8"),
                wrong(
                        "no emotions",
                        manifest -> attributes(manifest).remove("emotions"),
                        "attributes.emotions is null"),
                wrong(
                        "a crop of nothing",
                        manifest -> attributes(manifest).put("cropScale", 0),
                        "cropScale is 0, must be within 0.5..4"),
                wrong(
                        "no score threshold",
                        manifest -> detector(manifest).remove("scoreThreshold"),
                        "detector.scoreThreshold is missing, must be a number"),
                wrong(
                        "half a pixel",
                        manifest -> detector(manifest).put("maxSide", 320.5),
                        "detector.maxSide must be a whole number"),
                wrong(
                        "a quantised file not listed",
                        manifest -> detector(manifest).put("int8File", "other.pt"),
                        "detector.int8File is other.pt, which \"files\" does not list"),
                wrong(
                        "an embedding without numbers",
                        manifest -> embedding(manifest).put("dimensions", 0),
                        "embedding.dimensions is 0, must be within 8..4096"),
                wrong(
                        "a likeness that nobody reaches",
                        manifest -> embedding(manifest).put("likeness", 1),
                        "embedding.likeness is 1.0, must be above 0 and below 1"),
                wrong(
                        "an input without a layout",
                        manifest -> input(manifest).remove("layout"),
                        "detector.input.layout is missing"),
                wrong(
                        "an unknown layout",
                        manifest -> input(manifest).put("layout", "WHC"),
                        "detector.input.layout is WHC, must be one of HWC, CHW, NHWC, NCHW"),
                wrong(
                        "unknown numbers",
                        manifest -> input(manifest).put("type", "float16"),
                        "detector.input.type is float16, must be one of uint8, float32"),
                wrong(
                        "a mean of two channels",
                        manifest -> input(manifest).putArray("mean").add(1).add(2),
                        "detector.input.mean is [1.0, 2.0], must be three numbers"),
                wrong(
                        "a scale of nothing",
                        manifest ->
                                input(manifest).putArray("scale").add(1).add(0).add(1),
                        "detector.input.scale is [1.0, 0.0, 1.0], must not be 0"),
                wrong(
                        "bytes with a mean",
                        manifest -> input(manifest)
                                .put("type", "uint8")
                                .putArray("mean")
                                .add(1)
                                .add(1)
                                .add(1),
                        "detector.input.mean and scale need floats"),
                wrong(
                        "a width without a height",
                        manifest -> input(manifest).put("width", 320),
                        "detector.input.height is missing"),
                wrong(
                        "a fixed size with a multiple",
                        manifest -> input(manifest)
                                .put("width", 320)
                                .put("height", 240)
                                .put("multipleOf", 32),
                        "detector.input.multipleOf makes no sense beside width and height"),
                wrong(
                        "an unknown output",
                        manifest -> output(manifest, "masks"),
                        "detector.output.kind is masks, must be one of rows, boxes, anchors, grid"),
                wrong(
                        "an output of no kind",
                        manifest -> detector(manifest).putObject("output").put("boxes", 1),
                        "detector.output.kind is missing, must be one of rows, boxes, anchors, grid"),
                wrong(
                        "boxes that are their scores",
                        manifest -> output(manifest, "boxes").put("boxes", 1),
                        "detector.output.boxes and scores is [1, 1], must be different outputs"),
                wrong(
                        "anchors without sizes",
                        manifest ->
                                output(manifest, "anchors").putArray("strides").add(8),
                        "detector.output.sizes is null"),
                wrong(
                        "a grid with too few outputs",
                        manifest -> {
                            ObjectNode grid = output(manifest, "grid");
                            grid.putArray("strides").add(8).add(16);
                            grid.putArray("classes").add(0);
                        },
                        "detector.output.classes is [0], must have one for each of the 2 strides"),
                wrong(
                        "attributes that are none",
                        manifest -> attributes(manifest).putObject("output"),
                        "attributes.output has none of ageBands"),
                wrong(
                        "an attribute without a place",
                        manifest -> attributes(manifest).putObject("output").putObject("genders"),
                        "attributes.output.genders.index is missing"),
                wrong(
                        "one emotion",
                        manifest -> {
                            attributes(manifest)
                                    .putObject("output")
                                    .putObject("emotions")
                                    .put("index", 0);
                            attributes(manifest).putArray("emotions").add("fear");
                        },
                        "attributes.emotions is [fear], must be at least two of these"),
                wrong(
                        "no checksum",
                        manifest -> ((ObjectNode) manifest.get("files").get("detector.pt")).remove("sha256"),
                        "must be 64 hexadecimal digits"));
    }

    @ParameterizedTest
    @MethodSource("wrongManifests")
    void aWrongManifestSaysWhichFieldAndWhatItMustBe(Consumer<ObjectNode> edit, String message) {
        TinyBundle.copyTo(folder, edit);

        assertThat(refused(folder.toString())).contains("bundle.json: ", message);
    }

    @Test
    void withoutFlinkOtherSchemesAreRefusedInOneLine() throws Exception {
        try (WithoutFlink classes = new WithoutFlink()) {
            assertThat(classes.messageOfLoading("abfss://models@account/faces"))
                    .contains("abfss://models@account/faces", "only a Flink job reads its scheme")
                    .doesNotContain("\n");
        }
    }

    /** One line that names the bundle. */
    private static String refused(String uri) {
        BundleException e = catchThrowableOfType(BundleException.class, () -> ModelBundle.load(uri));
        assertThat(e).as("loading %s", uri).isNotNull();
        assertThat(e.getMessage()).startsWith("model bundle " + uri + ": ").doesNotContain("\n");
        return e.getMessage();
    }

    private static Arguments wrong(String name, Consumer<ObjectNode> edit, String message) {
        return Arguments.of(Named.of(name, edit), message);
    }

    private static ObjectNode detector(ObjectNode manifest) {
        return (ObjectNode) manifest.get("detector");
    }

    private static ObjectNode embedding(ObjectNode manifest) {
        return (ObjectNode) manifest.get("embedding");
    }

    /** A declaration of an input that is right. */
    private static ObjectNode input(ObjectNode manifest) {
        return detector(manifest)
                .putObject("input")
                .put("layout", "NCHW")
                .put("channels", "RGB")
                .put("type", "float32");
    }

    private static ObjectNode output(ObjectNode manifest, String kind) {
        return detector(manifest).putObject("output").put("kind", kind);
    }

    private static ObjectNode attributes(ObjectNode manifest) {
        return (ObjectNode) manifest.get("attributes");
    }

    private static Path zip(Path file, String prefix) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            for (String name : TinyBundle.FILES) {
                zip.putNextEntry(new ZipEntry(prefix + name));
                zip.write(TinyBundle.content("tiny/" + name));
                zip.closeEntry();
            }
        }
        return file;
    }
}
