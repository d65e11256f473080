package io.crowdlake.stack.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a data folder remembers between starts, as {@code state.json}.
 *
 * @param format of this file
 * @param savepoint where the job stood at the last clean stop, as a URI, or null before the first
 * @param ports where the parts of the running stack listen, or null when none runs
 * @param processes what the running stack has started, in starting order; empty after a clean stop
 */
public record StackState(int format, String savepoint, PortMap ports, List<StartedProcess> processes) {

    private static final int FORMAT = 1;

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Ports of 127.0.0.1; {@code trino} is 0 where it was left out. */
    public record PortMap(int kafka, int postgres, int flink, int trino) {}

    /**
     * Identity of a process: its number alone may have been given to another program since.
     *
     * @param startedAtMillis as the operating system says, since 1970
     */
    public record StartedProcess(String name, long pid, long startedAtMillis) {}

    public StackState {
        processes = processes == null ? List.of() : List.copyOf(processes);
    }

    /** The state of a folder in which nothing has run. */
    public static StackState empty() {
        return new StackState(FORMAT, null, null, List.of());
    }

    public StackState withSavepoint(String newSavepoint) {
        return new StackState(FORMAT, newSavepoint, ports, processes);
    }

    public StackState withRunning(PortMap newPorts, List<StartedProcess> newProcesses) {
        return new StackState(FORMAT, savepoint, newPorts, newProcesses);
    }

    public StackState stopped() {
        return withRunning(null, List.of());
    }

    /** The state of a folder; {@link #empty()} where nothing has run. */
    public static StackState read(DataFolder folder) {
        try {
            StackState state = JSON.readValue(Files.readAllBytes(folder.stateFile()), StackState.class);
            if (state.format() != FORMAT) {
                throw new StackException(folder.stateFile() + " has format " + state.format()
                        + ", this version reads format " + FORMAT + ": choose another folder with --data");
            }
            return state;
        } catch (NoSuchFileException e) {
            return empty();
        } catch (IOException e) {
            throw new StackException(
                    "cannot read " + folder.stateFile() + " (" + firstLine(e) + "): choose another folder with --data",
                    e);
        }
    }

    /** Replaces the state of a folder in one step. */
    public void write(DataFolder folder) {
        try {
            Path next = folder.root().resolve("state.json.next");
            Files.write(next, JSON.writeValueAsBytes(this));
            Files.move(next, folder.stateFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackException("cannot write " + folder.stateFile() + ": " + e.getMessage(), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
