package io.crowdlake.benchmark.counting;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.SealedEmbedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What the model found in a drawn scene, frame by frame, in a file: to count the same faces again takes seconds, to find them takes minutes. The file
 * belongs to one scene, rate and version of the model; the scene generator has no version, so who changes that starts with an empty folder.
 */
final class Detections {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final TypeReference<List<List<Found>>> FACES = new TypeReference<>() {};

    private final Path file;

    private Detections(Path file) {
        this.file = file;
    }

    /** @param scene all that the faces depend on */
    static Detections in(Path folder, String scene) {
        return new Detections(folder.resolve(scene.replaceAll("[^A-Za-z0-9.]+", "-") + ".json"));
    }

    /** Whether the scene has been looked at before. */
    boolean known() {
        return Files.exists(file);
    }

    /** The faces of each frame. */
    List<List<DetectedFace>> read() {
        try {
            return MAPPER.readValue(file.toFile(), FACES).stream()
                    .map(frame -> frame.stream().map(Found::face).toList())
                    .toList();
        } catch (IOException e) {
            throw new BenchmarkException(
                    file + " holds no faces of a scene; delete it, and they are looked for again", e);
        }
    }

    /** Keeps them; a file that is there is whole. */
    void write(List<List<DetectedFace>> faces) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            MAPPER.writeValue(
                    part.toFile(),
                    faces.stream()
                            .map(frame -> frame.stream().map(Found::of).toList())
                            .toList());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BenchmarkException(
                    "--detections " + file.getParent() + " cannot be written to; give a folder of your own", e);
        }
    }

    /**
     * A face as the file has it.
     *
     * @param seen what was found
     * @param look what it looks like, sealed: of drawn people, nobody else is written down; null where it was not asked for
     */
    private record Found(DetectedFace seen, byte[] look) {

        static Found of(DetectedFace face) {
            return new Found(
                    face, face.embedding() == null ? null : face.embedding().bytes());
        }

        DetectedFace face() {
            return look == null ? seen : seen.withEmbedding(new SealedEmbedding(look));
        }
    }
}
