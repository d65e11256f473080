package io.crowdlake.lake.ddl;

import io.crowdlake.lake.LakeException;
import java.util.Objects;

/**
 * One statement of a SQL file.
 *
 * @param file name of the file, for messages
 * @param line where the statement begins, from 1
 * @param text without the semicolon at its end
 */
public record SqlStatement(String file, int line, String text) {

    public SqlStatement {
        Objects.requireNonNull(file, "file is null");
        Objects.requireNonNull(text, "text is null");
    }

    /** An error at this statement. */
    LakeException error(String message) {
        return errorAt(line, message, null);
    }

    /** An error at a line of the file. */
    LakeException errorAt(int at, String message, Throwable cause) {
        return new LakeException(file + ":" + at + ": " + message, cause);
    }
}
