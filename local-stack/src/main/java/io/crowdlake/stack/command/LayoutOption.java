package io.crowdlake.stack.command;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of {@code --layouts}. The job would refuse a mistake in it too, but only after everything else has been started. */
final class LayoutOption {

    private LayoutOption() {}

    /** Where it is, once it has been read; throws StackException with one line when it cannot be or makes no sense. */
    static Path require(Path file) {
        byte[] json;
        try {
            json = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StackException(
                    "--layouts is " + file + ", must be a readable file ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
        try {
            CameraLayouts.read(json);
            return file.toAbsolutePath();
        } catch (IOException e) {
            throw new StackException("--layouts is " + file + ", correct this in it: " + e.getMessage(), e);
        }
    }
}
