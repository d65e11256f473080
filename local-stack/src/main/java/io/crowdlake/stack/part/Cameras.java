package io.crowdlake.stack.part;

import io.crowdlake.device.DeviceNames;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.process.JavaCommand;
import io.crowdlake.stack.process.ProcessSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The cameras of the local stack, all in one process of their own.
 *
 * @param simulated how many are fed by the scene generator
 * @param sources one camera each: a folder of JPEGs, a GIF, an MP4, or any input that FFmpeg reads
 * @param speed how much faster than the wall clock event time runs
 * @param duration how long they run, or null for until they are stopped
 */
public record Cameras(int simulated, List<String> sources, double speed, Duration duration) {

    private static final String MAIN_CLASS = "io.crowdlake.device.CameraMain";

    public Cameras {
        sources = List.copyOf(sources);
    }

    public boolean isEmpty() {
        return simulated == 0 && sources.isEmpty();
    }

    /** The ids under which a hub must know them. */
    public List<String> deviceIds() {
        return DeviceNames.of(simulated, sources);
    }

    /** How to start them so that they send there. */
    public ProcessSpec spec(DataFolder data, FrameEntrance entrance, String classpath) {
        List<String> arguments = new ArrayList<>(entrance.cameraOptions());
        arguments.addAll(List.of(
                "--cameras",
                Integer.toString(simulated),
                "--speed",
                Double.toString(speed),
                "--status-file",
                data.cameraStatus().toString(),
                "--truth-dir",
                data.truth().toString()));
        if (duration != null) {
            arguments.add("--duration");
            arguments.add(duration.toMillis() + "ms");
        }
        for (String source : sources) {
            arguments.add("--source");
            arguments.add(source);
        }
        return JavaCommand.ofMain(MAIN_CLASS)
                .heap(512)
                .option("-XX:+UseSerialGC")
                .classpath(classpath)
                .arguments(arguments.toArray(String[]::new))
                .as("cameras", data.log("cameras"));
    }
}
