package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThermometerTest {

    @TempDir
    Path zones;

    @Test
    void theHottestSensorCounts() throws IOException {
        sensor("thermal_zone0", "41500\n");
        sensor("thermal_zone1", "63250\n");
        sensor("cooling_device0", "99000\n");
        assertThat(new Thermometer(zones).celsius()).isEqualTo(63.25);
    }

    @Test
    void sensorsThatTellNonsenseAreLeftOut() throws IOException {
        sensor("thermal_zone0", "-273200\n");
        sensor("thermal_zone1", "asleep\n");
        sensor("thermal_zone2", "9999999\n");
        Files.createDirectory(zones.resolve("thermal_zone3"));
        assertThat(new Thermometer(zones).celsius()).isNull();
        sensor("thermal_zone4", "-4000\n");
        assertThat(new Thermometer(zones).celsius()).isEqualTo(-4);
    }

    @Test
    void aMachineWithoutSensors() {
        assertThat(new Thermometer(zones.resolve("none")).celsius()).isNull();
    }

    private void sensor(String name, String temperature) throws IOException {
        Files.writeString(Files.createDirectory(zones.resolve(name)).resolve("temp"), temperature);
    }
}
