package io.crowdlake.job.looks;

import io.crowdlake.counting.visit.Look;
import io.crowdlake.counting.visit.LookReader;
import io.crowdlake.inference.seal.EmbeddingSealer;
import io.crowdlake.inference.seal.SealingException;
import io.crowdlake.inference.seal.SealingKey;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens looks with a key. What was sealed with another one stays closed: another machine may have another file, or the key was changed while somebody was in view. */
public final class SealedLooks implements LookReader {

    private static final Logger LOG = LoggerFactory.getLogger(SealedLooks.class);

    private final EmbeddingSealer sealer;

    /** Whether somebody was told that a look cannot be opened: one line is enough. */
    private boolean told;

    public SealedLooks(SealingKey key) {
        this.sealer = new EmbeddingSealer(key);
    }

    /** The key of a running job; where it cannot be used the job stops with one line, since a restart would not help. */
    public static SealingKey key(String file) {
        try {
            return SealingKey.read(file);
        } catch (SealingException e) {
            throw new SuppressRestartsException(e);
        }
    }

    @Override
    public float[] read(Look look) {
        try {
            return sealer.open(look.embedding());
        } catch (SealingException e) {
            if (!told) {
                LOG.warn("somebody cannot be recognised, and further ones will not be told of: {}", e.getMessage());
            }
            told = true;
            return null;
        }
    }
}
