package io.crowdlake.device;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How hot this machine is, where Linux knows. */
final class Thermometer {

    private static final Path LINUX = Path.of("/sys/class/thermal");

    /** A sensor that is not connected tells of absolute zero or of the sun. */
    private static final double COLDEST = -60;

    private static final double HOTTEST = 200;

    private final Path zones;

    /**
     * @param zones a folder with a folder {@code thermal_zone*} for each sensor, whose file {@code temp} has thousandths of degrees Celsius
     */
    Thermometer(Path zones) {
        this.zones = zones;
    }

    static Thermometer ofThisMachine() {
        return new Thermometer(LINUX);
    }

    /** The hottest sensor in degrees Celsius, or null without one. */
    Double celsius() {
        Double hottest = null;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(zones, "thermal_zone*")) {
            for (Path zone : all) {
                Double celsius = read(zone.resolve("temp"));
                if (celsius != null && (hottest == null || celsius > hottest)) {
                    hottest = celsius;
                }
            }
        } catch (IOException e) {
            return null;
        }
        return hottest;
    }

    /** A sensor may be asleep, and then cannot be read. */
    private static Double read(Path file) {
        try {
            double celsius = Long.parseLong(Files.readString(file).strip()) / 1000.0;
            return celsius >= COLDEST && celsius <= HOTTEST ? celsius : null;
        } catch (IOException | NumberFormatException e) {
            return null;
        }
    }
}
