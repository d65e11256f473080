package io.crowdlake.device.config;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One setting of the twin.
 *
 * @param name in the twin
 * @param of what holds
 * @param with the same configuration with another value
 * @param parse makes a value of what holds and the twin's; throws IllegalArgumentException that says what it must be
 * @param reported the value in the twin's form
 */
record Setting<T>(
        String name,
        Function<CameraConfiguration, T> of,
        BiFunction<CameraConfiguration, T, CameraConfiguration> with,
        BiFunction<CameraConfiguration, Object, T> parse,
        Function<T, Object> reported) {

    /** The configuration with what the twin desires; throws IllegalArgumentException with one line when it is wrong. */
    CameraConfiguration changed(CameraConfiguration before, Object desired) {
        try {
            return with.apply(before, parse.apply(before, desired));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is " + desired + ", " + e.getMessage(), e);
        }
    }

    /** The configuration with this setting as in another one. */
    CameraConfiguration copied(CameraConfiguration before, CameraConfiguration from) {
        return with.apply(before, of.apply(from));
    }

    Object report(CameraConfiguration configuration) {
        return reported.apply(of.apply(configuration));
    }
}
