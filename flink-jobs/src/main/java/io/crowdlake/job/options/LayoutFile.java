package io.crowdlake.job.options;

import io.crowdlake.contracts.CameraLayouts;
import java.io.IOException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;

/** Reads the file of {@code camera.layouts}, here or in a store that Flink has a file system for. */
final class LayoutFile {

    private LayoutFile() {}

    /** What is drawn; throws JobRefusedException when the file cannot be read or makes no sense. */
    static CameraLayouts read(String location) {
        byte[] json;
        try {
            json = bytes(location);
        } catch (IOException | IllegalArgumentException e) {
            throw new JobRefusedException(JobOptions.CAMERA_LAYOUTS.key() + " is " + location
                    + ", must be a readable file (" + e.getClass().getSimpleName() + ")");
        }
        try {
            return CameraLayouts.read(json);
        } catch (IOException e) {
            throw new JobRefusedException(
                    JobOptions.CAMERA_LAYOUTS.key() + " is " + location + ", correct this in it: " + e.getMessage());
        }
    }

    private static byte[] bytes(String location) throws IOException {
        Path path = new Path(location);
        try (FSDataInputStream in = path.getFileSystem().open(path)) {
            return in.readAllBytes();
        }
    }
}
