package io.crowdlake.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void prefersTheInnermostCauseOfTheLastError() throws IOException {
        Path log = log("INFO starting\n"
                + "ERROR first trouble\n"
                + "ERROR failed to start\n"
                + "java.lang.IllegalStateException: outer\n"
                + "\tat some.Class.method(Class.java:1)\n"
                + "Caused by: java.net.BindException: Address already in use\n"
                + "\tat some.Class.method(Class.java:2)\n"
                + "\t... 5 more\n"
                + "INFO shutting down\n");
        assertThat(LogTail.lastError(log)).contains("Address already in use");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01 ERROR o.a.k.Broker - disk is full",
                "FATAL:  data directory has wrong ownership",
                "Exception in thread \"main\" java.io.IOException: no"
            })
    void knowsTheErrorsOfAllParts(String error) throws IOException {
        assertThat(LogTail.lastError(log("all is well\n" + error + "\nbye\n"))).contains(error);
    }

    @Test
    void leavesOutTheNamesOfExceptions() throws IOException {
        assertThat(LogTail.lastError(
                        log("io.crowdlake.job.JobRefusedException: error: there is no option windw.size\n")))
                .contains("there is no option windw.size");
        assertThat(LogTail.lastError(log("java.lang.OutOfMemoryError: Java heap space\n")))
                .contains("Java heap space");
        assertThat(LogTail.lastError(log("java.lang.NullPointerException\n")))
                .contains("java.lang.NullPointerException");
    }

    @Test
    void takesTheLastLineWhereNoneSpeaksOfAnError() throws IOException {
        assertThat(LogTail.lastError(log("one\ntwo\n\n"))).contains("two");
    }

    @Test
    void readsOnlyTheEndOfALargeLogAndCutsLongLines() throws IOException {
        Path log = log("ERROR long ago\n" + "x".repeat(200_000) + "\n");
        assertThat(LogTail.lastError(log))
                .hasValueSatisfying(line -> assertThat(line).startsWith("xxx").hasSizeLessThan(320));
    }

    @Test
    void saysNothingOfALogThatIsNotThere() {
        assertThat(LogTail.lastError(folder.resolve("none.log"))).isEmpty();
    }

    private Path log(String content) throws IOException {
        return Files.writeString(folder.resolve("part.log"), content);
    }
}
