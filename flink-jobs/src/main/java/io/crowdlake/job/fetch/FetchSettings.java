package io.crowdlake.job.fetch;

import io.crowdlake.job.options.JobConf;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How pictures are read that cameras have uploaded.
 *
 * @param containers folder, as a URI of Flink's file systems, of each container that may be read, by {@code host/container}
 * @param maxBytes largest picture
 * @param capacity pictures that are read at a time in a slot
 * @param timeout until a picture is given up, over all attempts
 * @param attempts how often one is tried
 */
public record FetchSettings(Map<String, String> containers, int maxBytes, int capacity, Duration timeout, int attempts)
        implements Serializable {

    private static final long serialVersionUID = 1;

    public FetchSettings {
        // A plain HashMap, since the immutable maps of the JDK need reflection that Flink's clients may not have.
        containers = new HashMap<>(containers);
    }

    public static FetchSettings of(JobConf conf) {
        return new FetchSettings(
                conf.referenceContainers(),
                conf.referenceMaxBytes(),
                conf.referenceCapacity(),
                conf.referenceTimeout(),
                conf.referenceAttempts());
    }
}
