package io.crowdlake.contracts;

/** The cognitive types that are built in; other analyzers bring names of their own. */
public final class CognitiveTypes {

    /** Faces with apparent age, gender and emotion in a camera frame. */
    public static final String CAMFRAME_ANALYSIS = "camframe-analysis";

    private CognitiveTypes() {}
}
