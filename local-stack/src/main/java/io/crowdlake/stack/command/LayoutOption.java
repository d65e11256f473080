package io.crowdlake.stack.command;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of {@code --layouts}. The job would refuse a mistake in it too, but only after everything else has been started. */
final class LayoutOption {

    private LayoutOption() {}

    /** What is drawn; throws StackException with one line when the file cannot be read or makes no sense. */
    static CameraLayouts read(Path file) {
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
            return CameraLayouts.read(json);
        } catch (IOException e) {
            throw new StackException("--layouts is " + file + ", correct this in it: " + e.getMessage(), e);
        }
    }
}
