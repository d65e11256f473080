package io.crowdlake.job.lake;

import static io.crowdlake.job.lake.Column.optionalReal;
import static io.crowdlake.job.lake.Column.optionalSmall;
import static io.crowdlake.job.lake.Column.optionalText;
import static io.crowdlake.job.lake.Column.optionalTime;
import static io.crowdlake.job.lake.Column.optionalWhole;
import static io.crowdlake.job.lake.Column.real;
import static io.crowdlake.job.lake.Column.rows;
import static io.crowdlake.job.lake.Column.small;
import static io.crowdlake.job.lake.Column.text;
import static io.crowdlake.job.lake.Column.time;
import static io.crowdlake.job.lake.Column.whole;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;

/** Columns of {@code frame_analyses}. */
final class FrameAnalysisRow {

    static final RowLayout<DetectedFace> FACE = RowLayout.of(
            real("x", face -> face.box().x()),
            real("y", face -> face.box().y()),
            real("width", face -> face.box().width()),
            real("height", face -> face.box().height()),
            real("score", DetectedFace::score),
            optionalReal("age", face -> face.attributes().ageYears()),
            text("age_band", face -> face.attributes().ageBand().label()),
            real("age_confidence", face -> face.attributes().ageConfidence()),
            text("gender", face -> face.attributes().gender().label()),
            real("gender_confidence", face -> face.attributes().genderConfidence()),
            text("emotion", face -> face.attributes().emotion().label()),
            real("emotion_confidence", face -> face.attributes().emotionConfidence()),
            optionalText("visit_id", DetectedFace::visitId));

    static final RowLayout<FrameAnalysis> LAYOUT = RowLayout.of(
            text("device_id", FrameAnalysis::deviceId),
            text("boot_id", FrameAnalysis::bootId),
            whole("sequence", FrameAnalysis::sequence),
            time("captured_at", FrameAnalysis::capturedAt),
            optionalTime("enqueued_at", FrameAnalysis::enqueuedAt),
            time("analyzed_at", FrameAnalysis::analyzedAt),
            small("frame_width", FrameAnalysis::frameWidth),
            small("frame_height", FrameAnalysis::frameHeight),
            text("model_version", FrameAnalysis::modelVersion),
            rows("faces", FrameAnalysis::faces, FACE),
            optionalText("source_topic", frame -> Origins.topic(frame.origin())),
            optionalSmall("source_partition", frame -> Origins.partition(frame.origin())),
            optionalWhole("source_offset", frame -> Origins.offset(frame.origin())));

    private FrameAnalysisRow() {}
}
