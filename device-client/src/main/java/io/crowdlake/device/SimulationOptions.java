package io.crowdlake.device;

import io.crowdlake.device.simulate.SimulationSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Many light devices instead of cameras. */
final class SimulationOptions {

    @Option(
            names = "--simulate",
            paramLabel = "N",
            description =
                    "Simulate a fleet instead: N devices, each with a connection and a scene of its own. --hub then is a folder"
                            + " with a file for each of simulated-0001, ..., or the file of an enrolment group"
                            + " (IdScope=...;SharedAccessKey=<key of the group>), which registers them.")
    Integer devices;

    @Option(
            names = "--interval",
            defaultValue = "5s",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "From one message of a simulated device to the next, on average. Default: ${DEFAULT-VALUE}.")
    Duration interval;

    @Option(
            names = "--ramp-up",
            defaultValue = "60s",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Simulated devices start one after the other, over this time. Default: ${DEFAULT-VALUE}.")
    Duration rampUp;

    @Option(
            names = "--outages",
            defaultValue = "1",
            paramLabel = "N",
            description = "How often an hour a simulated device loses its connection. Default: ${DEFAULT-VALUE}.")
    double outagesPerHour;

    @Option(
            names = "--pictures",
            description = "Simulated devices draw pictures of their scenes, and send these instead of what is in them.")
    boolean pictures;

    boolean given() {
        return devices != null;
    }

    /** Throws IllegalArgumentException with one line when the options do not fit together. */
    SimulationSettings settings(long seed) {
        return new SimulationSettings(devices, interval, rampUp, outagesPerHour, pictures, seed);
    }
}
