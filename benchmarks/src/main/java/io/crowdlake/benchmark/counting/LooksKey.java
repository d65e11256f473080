package io.crowdlake.benchmark.counting;

import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.counting.visit.LookReader;
import io.crowdlake.inference.RecognitionPolicy;
import io.crowdlake.inference.seal.EmbeddingSealer;
import io.crowdlake.inference.seal.SealingException;
import io.crowdlake.inference.seal.SealingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The key that seals what drawn people look like: beside what is kept of them, so that it opens that another time. */
final class LooksKey {

    private static final String NAME = "looks-key";
    private static final int BYTES = 32;

    private final Path file;

    private LooksKey(Path file) {
        this.file = file;
    }

    /** @param folder of the detections; null for a key of this run alone */
    static LooksKey in(Path folder) {
        try {
            if (folder == null) {
                Path file = Files.createTempFile("crowd-looks-key", "");
                file.toFile().deleteOnExit();
                return new LooksKey(write(file));
            }
            Path file = Files.createDirectories(folder).resolve(NAME);
            return new LooksKey(Files.exists(file) ? file : write(Files.createFile(file)));
        } catch (IOException e) {
            throw new BenchmarkException(
                    "--detections " + folder + " cannot be written to; give a folder of your own", e);
        }
    }

    RecognitionPolicy policy() {
        return new RecognitionPolicy(file.toString(), Set.of());
    }

    LookReader reader() {
        EmbeddingSealer sealer = new EmbeddingSealer(SealingKey.read(file.toString()));
        return look -> {
            try {
                return sealer.open(look.embedding());
            } catch (SealingException e) {
                throw new BenchmarkException(
                        file
                                + " is not the key of the faces beside it; delete it and them, and they are looked for again",
                        e);
            }
        };
    }

    private static Path write(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(file, Base64.getEncoder().encodeToString(key));
    }
}
