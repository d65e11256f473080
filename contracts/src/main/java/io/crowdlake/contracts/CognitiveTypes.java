package io.crowdlake.contracts;

/** The cognitive types that are built in; other analyzers bring names of their own. */
public final class CognitiveTypes {

    /** Faces with apparent age, gender and emotion in a camera frame. */
    public static final String CAMFRAME_ANALYSIS = "camframe-analysis";

    /** No frame for an analyzer but a camera's heartbeat, as {@link DeviceTelemetry} in JSON. */
    public static final String DEVICE_TELEMETRY = "device-telemetry";

    private CognitiveTypes() {}
}
