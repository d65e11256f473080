package io.crowdlake.job.lake;

import static io.crowdlake.job.lake.Column.flag;
import static io.crowdlake.job.lake.Column.optionalReal;
import static io.crowdlake.job.lake.Column.real;
import static io.crowdlake.job.lake.Column.rows;
import static io.crowdlake.job.lake.Column.text;
import static io.crowdlake.job.lake.Column.time;
import static io.crowdlake.job.lake.Column.whole;

import io.crowdlake.contracts.AgeGenderCount;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.EmotionGenderCount;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.contracts.ZoneCount;

/** Columns of {@code crowd_demographics_revisions}. */
final class CrowdDemographicsRow {

    static final RowLayout<AgeGenderCount> AGE_GENDER = RowLayout.of(
            text("age_band", count -> count.ageBand().label()),
            text("gender", count -> count.gender().label()),
            whole("visitors", AgeGenderCount::visitors));

    static final RowLayout<EmotionGenderCount> EMOTION_GENDER = RowLayout.of(
            text("emotion", count -> count.emotion().label()),
            text("gender", count -> count.gender().label()),
            whole("visitors", EmotionGenderCount::visitors));

    static final RowLayout<LineCount> LINE = RowLayout.of(
            text("line", LineCount::line),
            whole("in_count", LineCount::inCount),
            whole("out_count", LineCount::outCount));

    static final RowLayout<ZoneCount> ZONE = RowLayout.of(
            text("zone", ZoneCount::zone),
            whole("visitors", ZoneCount::visitors),
            whole("entries", ZoneCount::entries),
            whole("peak_occupancy", ZoneCount::peakOccupancy),
            real("mean_occupancy", ZoneCount::meanOccupancy),
            optionalReal("dwell_mean_seconds", ZoneCount::dwellMeanSeconds),
            optionalReal("dwell_median_seconds", ZoneCount::dwellMedianSeconds),
            optionalReal("dwell_p90_seconds", ZoneCount::dwellP90Seconds));

    static final RowLayout<CrowdDemographics> LAYOUT = RowLayout.of(
            text("device_id", CrowdDemographics::deviceId),
            time("window_start", CrowdDemographics::windowStart),
            time("window_end", CrowdDemographics::windowEnd),
            whole("revision", CrowdDemographics::revision),
            flag("is_final", CrowdDemographics::isFinal),
            whole("frames", CrowdDemographics::frames),
            whole("visitors", CrowdDemographics::visitors),
            whole("entries", CrowdDemographics::entries),
            whole("exits", CrowdDemographics::exits),
            whole("new_visitors", CrowdDemographics::newVisitors),
            whole("returning_visitors", CrowdDemographics::returningVisitors),
            whole("peak_occupancy", CrowdDemographics::peakOccupancy),
            real("mean_occupancy", CrowdDemographics::meanOccupancy),
            optionalReal("dwell_mean_seconds", CrowdDemographics::dwellMeanSeconds),
            optionalReal("dwell_median_seconds", CrowdDemographics::dwellMedianSeconds),
            optionalReal("dwell_p90_seconds", CrowdDemographics::dwellP90Seconds),
            rows("age_gender", CrowdDemographics::ageGender, AGE_GENDER),
            rows("emotion_gender", CrowdDemographics::emotionGender, EMOTION_GENDER),
            text("model_version", CrowdDemographics::modelVersion),
            time("updated_at", CrowdDemographics::updatedAt),
            rows("lines", CrowdDemographics::lines, LINE),
            rows("zones", CrowdDemographics::zones, ZONE));

    private CrowdDemographicsRow() {}
}
