package io.crowdlake.inference;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/**
 * Of whom an analyzer makes embeddings, and with which key it seals them. The key itself never travels with a job.
 *
 * @param keyFile file with the key, on each machine that analyses
 * @param except cameras whose people are not recognised
 */
public record RecognitionPolicy(String keyFile, Set<String> except) implements Serializable {

    private static final long serialVersionUID = 1;

    public RecognitionPolicy {
        if (keyFile == null || keyFile.isBlank()) {
            throw new IllegalArgumentException(
                    "recognition.key-file is missing, set it to a file with 32 random bytes in Base64");
        }
        // A plain HashSet, since the immutable sets of the JDK need reflection that Flink's clients may not have.
        except = except == null ? new HashSet<>() : new HashSet<>(except);
    }

    /** Whether people before a camera may be recognised. */
    public boolean allows(String deviceId) {
        return !except.contains(deviceId);
    }
}
