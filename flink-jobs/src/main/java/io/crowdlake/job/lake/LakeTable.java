package io.crowdlake.job.lake;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeviceTelemetry;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;

/**
 * A table that the job appends to.
 *
 * @param <T> the record that becomes a row
 */
public final class LakeTable<T> {

    /** What was seen in each frame. */
    public static final LakeTable<FrameAnalysis> FRAME_ANALYSES =
            new LakeTable<>("frame_analyses", "lake-frame-analyses", FrameAnalysisRow.LAYOUT, true);

    /** Who stayed how long. */
    public static final LakeTable<Visit> VISITS = new LakeTable<>("visits", "lake-visits", VisitRow.LAYOUT, false);

    /** What each window knew of its crowd, revision by revision. */
    public static final LakeTable<CrowdDemographics> CROWD_DEMOGRAPHICS = new LakeTable<>(
            "crowd_demographics_revisions", "lake-crowd-demographics", CrowdDemographicsRow.LAYOUT, false);

    /** What could not be processed. */
    public static final LakeTable<DeadLetter> DEAD_LETTERS =
            new LakeTable<>("dead_letters", "lake-dead-letters", DeadLetterRow.LAYOUT, false);

    /** How the cameras are doing. */
    public static final LakeTable<DeviceTelemetry> DEVICE_TELEMETRY =
            new LakeTable<>("device_telemetry", "lake-device-telemetry", DeviceTelemetryRow.LAYOUT, false);

    private final String name;
    private final String uid;
    private final RowLayout<T> layout;
    private final boolean busy;

    private LakeTable(String name, String uid, RowLayout<T> layout, boolean busy) {
        this.name = name;
        this.uid = uid;
        this.layout = layout;
        this.busy = busy;
    }

    /** Name in the namespace. */
    public String name() {
        return name;
    }

    /** Operator id of the sink. It is in savepoints: never change it. */
    public String uid() {
        return uid;
    }

    RowLayout<T> layout() {
        return layout;
    }

    /** Whether rows come as often as frames, so that writers share the partitions; otherwise one writer makes one file a commit. */
    boolean busy() {
        return busy;
    }
}
