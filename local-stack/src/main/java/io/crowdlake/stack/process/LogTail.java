package io.crowdlake.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in a log the one line that tells a person most. */
final class LogTail {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final int MAX_LENGTH = 300;

    private static final Pattern ERROR =
            Pattern.compile("\\b(ERROR|FATAL|PANIC)\\b|\\w(Exception|Error)(:|$)|^Caused by: ");

    /** What stands before the message that is meant for people. */
    private static final Pattern EXCEPTION_NAME =
            Pattern.compile("^(Caused by: )?([\\w$]+\\.)+[\\w$]+(Exception|Error): (error: )?");

    private static final Pattern STACK_FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. )");

    private LogTail() {}

    /** The last line that speaks of an error, else the last line at all, cut to a readable length. */
    static Optional<String> lastError(Path log) {
        List<String> lines = tail(log)
                .lines()
                .filter(line -> !line.isBlank() && !STACK_FRAME.matcher(line).find())
                .toList();
        return lines.stream()
                .filter(line -> ERROR.matcher(line).find())
                .reduce((first, second) -> second)
                .or(() -> lines.stream().reduce((first, second) -> second))
                .map(line -> EXCEPTION_NAME.matcher(line).replaceFirst("").strip())
                .map(line -> line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...");
    }

    private static String tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
