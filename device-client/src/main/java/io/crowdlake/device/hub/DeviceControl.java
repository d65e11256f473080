package io.crowdlake.device.hub;

import java.util.Map;

/** What the hub may do with a device. A method may be called while a configuration is applied. */
public interface DeviceControl {

    /**
     * What a method answers.
     *
     * @param status as of HTTP
     * @param payload becomes JSON
     */
    record Answer(int status, Map<String, Object> payload) {}

    /**
     * Applies what the twin desires; never throws for a wrong value.
     *
     * @param version of the desired properties
     * @return what to report, by name
     */
    Map<String, Object> configure(Map<String, Object> desired, long version);

    /** The same of the whole twin: what it does not desire any more is taken back. */
    Map<String, Object> configureAll(Map<String, Object> desired, long version);

    /** What the device reports of itself whenever it has signed in, by name. */
    Map<String, Object> description();

    /** How pictures are sent at the moment. */
    Transport transport();

    /**
     * Runs a direct method; one that is unknown has an answer as well.
     *
     * @param arguments of its payload, by name
     */
    Answer call(String method, Map<String, Object> arguments);
}
