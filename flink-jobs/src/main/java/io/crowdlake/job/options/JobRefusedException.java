package io.crowdlake.job.options;

import org.apache.flink.client.program.ProgramParametrizationException;

/**
 * The job cannot start, for a reason that its user can remove. The message is one line: the setting, its value, what must be true.
 *
 * <p>Flink's command line prints the message of a ProgramParametrizationException alone, without a stack trace, and exits with 1.
 */
public class JobRefusedException extends ProgramParametrizationException {

    private static final long serialVersionUID = 1;

    public JobRefusedException(String problem) {
        super("error: " + problem.replaceAll("\\s*\\R\\s*", " "));
    }

    /** Without a stack trace: it would only hide the message, also where a plain JVM prints it. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
