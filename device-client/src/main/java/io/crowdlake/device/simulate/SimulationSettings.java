package io.crowdlake.device.simulate;

import java.time.Duration;

/**
 * What a simulated fleet is like.
 *
 * @param devices how many; at least 1
 * @param interval from one message of a device to the next, on average; more than zero
 * @param rampUp time over which the devices start one after the other; zero or more
 * @param outagesPerHour how often a device loses its connection, on average; zero or more
 * @param pictures whether devices send pictures, instead of what is in them
 * @param seed of all that is left to chance
 */
public record SimulationSettings(
        int devices, Duration interval, Duration rampUp, double outagesPerHour, boolean pictures, long seed) {

    public SimulationSettings {
        require(devices >= 1, "--simulate is " + devices + ", must be at least 1");
        require(!interval.isNegative() && !interval.isZero(), "--interval is " + interval + ", must be above 0");
        require(!rampUp.isNegative(), "--ramp-up is " + rampUp + ", must not be negative");
        require(outagesPerHour >= 0, "--outages is " + outagesPerHour + ", must not be negative");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
