package io.crowdlake.job;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.util.ShutdownHookManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Hadoop from cleaning up when the submitting JVM ends. Its shutdown hook needs classes of the job's jar, which Flink's client has
 * closed by then, so that every submission would end with a stack trace. There is nothing to clean up: a submission only reads.
 */
final class HadoopShutdown {

    private static final Logger LOG = LoggerFactory.getLogger(HadoopShutdown.class);

    private HadoopShutdown() {}

    /** Tells the hook that somebody else is already at it; there is no public way to remove it. */
    static void skip() {
        try {
            Field inProgress = ShutdownHookManager.class.getDeclaredField("shutdownInProgress");
            inProgress.setAccessible(true);
            ((AtomicBoolean) inProgress.get(ShutdownHookManager.get())).set(true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("Hadoop's shutdown hook stays; it may fail when this JVM ends", e);
        }
    }
}
