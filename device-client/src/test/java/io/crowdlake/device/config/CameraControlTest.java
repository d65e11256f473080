package io.crowdlake.device.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.device.hub.DeviceControl.Answer;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.Test;

class CameraControlTest {

    private final CameraControl control = new CameraControl(new LiveConfiguration());

    @Test
    void theLevelOfALoggerIsSetAtOnce() {
        String logger = "io.crowdlake.device.config.CameraControlTest";
        assertThat(control.call("setLogLevel", Map.of("level", "trace", "logger", logger)))
                .isEqualTo(new Answer(200, Map.of("message", logger + " is at trace")));
        assertThat(LogManager.getLogger(logger).getLevel()).isEqualTo(Level.TRACE);
        assertThat(control.call("setLogLevel", Map.of("level", "warn", "logger", logger))
                        .status())
                .isEqualTo(200);
        assertThat(LogManager.getLogger(logger).getLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void otherLevelsAndLoggersOfOthersAreRefused() {
        assertThat(control.call("setLogLevel", Map.of("level", "loud")))
                .isEqualTo(new Answer(
                        400, Map.of("message", "level is loud, must be one of error, warn, info, debug, trace")));
        assertThat(control.call("setLogLevel", Map.of()).status()).isEqualTo(400);
        for (String logger : new String[] {"com.microsoft.azure.sdk.iot", "", "io.crowdlakes", "io.crowdlake..x"}) {
            assertThat(control.call("setLogLevel", Map.of("level", "debug", "logger", logger)))
                    .isEqualTo(new Answer(
                            400,
                            Map.of(
                                    "message",
                                    "logger is " + logger
                                            + ", must be io.crowdlake or within it, such as io.crowdlake.device.hub")));
        }
    }

    @Test
    void whatIsUnknownNamesWhatIsNot() {
        assertThat(control.call("selfDestruct", Map.of()))
                .isEqualTo(
                        new Answer(
                                404,
                                Map.of(
                                        "message",
                                        "method selfDestruct is unknown, must be one of captureNow, diagnostics, restart, setLogLevel")));
    }
}
