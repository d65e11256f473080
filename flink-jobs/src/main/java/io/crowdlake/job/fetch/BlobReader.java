package io.crowdlake.job.fetch;

import static io.crowdlake.contracts.DeadLetterReason.BODY_EMPTY;
import static io.crowdlake.contracts.DeadLetterReason.REFERENCE_TOO_LARGE;
import static io.crowdlake.contracts.DeadLetterReason.REFERENCE_UNREADABLE;

import io.crowdlake.inference.AnalysisException;
import java.io.IOException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;

/** Reads files through Flink's file systems, up to a size, some times if need be. */
final class BlobReader {

    private final int maxBytes;
    private final int attempts;
    private final long firstPauseMillis;

    BlobReader(int maxBytes, int attempts, long firstPauseMillis) {
        this.maxBytes = maxBytes;
        this.attempts = attempts;
        this.firstPauseMillis = firstPauseMillis;
    }

    /**
     * All of a file.
     *
     * @throws AnalysisException REFERENCE_UNREADABLE, REFERENCE_TOO_LARGE or BODY_EMPTY
     */
    byte[] read(String uri) throws AnalysisException, InterruptedException {
        long pause = firstPauseMillis;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(uri);
            } catch (IOException | RuntimeException e) {
                if (attempt >= attempts) {
                    throw new AnalysisException(
                            REFERENCE_UNREADABLE,
                            "the picture cannot be read, after " + attempts + " attempts ("
                                    + e.getClass().getSimpleName() + ")");
                }
                Thread.sleep(pause);
                pause *= 2;
            }
        }
    }

    /** What a store says about the size of a file is not asked: only what comes counts. */
    private byte[] once(String uri) throws IOException, AnalysisException {
        Path path = new Path(uri);
        try (FSDataInputStream in = path.getFileSystem().open(path)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new AnalysisException(REFERENCE_TOO_LARGE, "the picture has more than " + maxBytes + " bytes");
            }
            if (bytes.length == 0) {
                throw new AnalysisException(BODY_EMPTY, "the picture has no bytes");
            }
            return bytes;
        }
    }
}
