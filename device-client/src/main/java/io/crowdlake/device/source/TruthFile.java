package io.crowdlake.device.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.PersonTruth;
import io.crowdlake.scene.SceneOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * What a drawn camera really shows, as JSON lines. A start of the camera begins with a line of kind {@code camera}; then each person has one of
 * kind {@code person} when they set out, and each frame one of kind {@code frame}. Times are absolute, so that they compare with the tables.
 *
 * <p>The file is appended to by the next start. Above its limit it is put aside as {@code NAME.1}, in place of the one put aside before.
 */
public final class TruthFile implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FLUSH_EVERY = 50;
    private static final long LIMIT_BYTES = 256L << 20;

    private final Path file;
    private final long maxBytes;
    private BufferedWriter out;
    private ObjectNode camera;
    private Instant start;
    private long written;
    private int lines;

    /** A start of a camera, told in {@code <folder>/<device>.jsonl}. */
    public static TruthFile begin(Path folder, String deviceId, String bootId, Instant startedAt, SceneOptions options)
            throws IOException {
        TruthFile file = new TruthFile(folder.resolve(deviceId + ".jsonl"), LIMIT_BYTES);
        file.camera(deviceId, bootId, startedAt, options);
        return file;
    }

    TruthFile(Path file, long maxBytes) throws IOException {
        this.file = file;
        this.maxBytes = maxBytes;
        Files.createDirectories(file.toAbsolutePath().getParent());
        open();
    }

    private void open() throws IOException {
        out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(file);
    }

    /** A start of the camera; comes before all else. */
    void camera(String deviceId, String bootId, Instant startedAt, SceneOptions options) throws IOException {
        start = startedAt;
        camera = line("camera")
                .put("device_id", deviceId)
                .put("boot_id", bootId)
                .put("started_at", startedAt.toString())
                .put("width", options.width())
                .put("height", options.height())
                .put("frames_per_second", options.framesPerSecond())
                .put("seed", options.seed());
        write(camera);
        out.flush();
    }

    /** Those who set out. */
    public void people(List<PersonTruth> people) throws IOException {
        for (PersonTruth person : people) {
            write(line("person")
                    .put("person_id", person.personId())
                    .put("age", person.age())
                    .put("gender", person.gender().label())
                    .put("emotion", person.emotion().label())
                    .put("entered_at", start.plus(person.entered()).toString())
                    .put("left_at", start.plus(person.left()).toString()));
        }
    }

    /** What a frame shows. */
    public void frame(FrameTruth frame) throws IOException {
        ObjectNode line = line("frame")
                .put("sequence", frame.index())
                .put("captured_at", start.plus(frame.position()).toString())
                .put("people_in_view", frame.peopleInView());
        ArrayNode faces = line.putArray("faces");
        for (FaceTruth face : frame.faces()) {
            BoundingBox box = face.box();
            faces.addObject()
                    .put("person_id", face.personId())
                    .put("x", rounded(box.x()))
                    .put("y", rounded(box.y()))
                    .put("width", rounded(box.width()))
                    .put("height", rounded(box.height()))
                    .put("clarity", rounded(face.clarity()));
        }
        write(line);
    }

    private void write(ObjectNode line) throws IOException {
        if (written > maxBytes) {
            out.close();
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            open();
            write(camera);
        }
        String text = JSON.writeValueAsString(line);
        out.write(text);
        out.write('\n');
        written += text.length() + 1;
        if (++lines % FLUSH_EVERY == 0) {
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static ObjectNode line(String kind) {
        return JSON.createObjectNode().put("kind", kind);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
