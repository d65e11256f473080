package io.crowdlake.stack.part;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.process.ManagedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows Flink's client to the end of a submission. */
final class JobSubmission {

    private static final Pattern JOB_ID = Pattern.compile("JobID ([0-9a-f]{32})");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private JobSubmission() {}

    /** The id that the cluster gave the job; throws StackException with the client's last error when it gave none. */
    static String await(ManagedProcess client) throws InterruptedException {
        if (!client.awaitExit(LIMIT)) {
            client.stop(Duration.ZERO);
            throw new StackException("the job is not submitted after " + LIMIT.toSeconds() + " s: see " + client.log());
        }
        if (client.exitCode() != 0) {
            throw new StackException(client.obituary());
        }
        try {
            Matcher matcher = JOB_ID.matcher(Files.readString(client.log()));
            if (matcher.find()) {
                return matcher.group(1);
            }
        } catch (IOException e) {
            throw new StackException("cannot read " + client.log() + ": " + e.getMessage(), e);
        }
        throw new StackException("Flink's client names no job: see " + client.log());
    }
}
