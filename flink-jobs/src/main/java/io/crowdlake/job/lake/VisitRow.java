package io.crowdlake.job.lake;

import static io.crowdlake.job.lake.Column.optionalReal;
import static io.crowdlake.job.lake.Column.real;
import static io.crowdlake.job.lake.Column.rows;
import static io.crowdlake.job.lake.Column.text;
import static io.crowdlake.job.lake.Column.time;
import static io.crowdlake.job.lake.Column.whole;

import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Visit;
import io.crowdlake.contracts.ZoneStay;

/** Columns of {@code visits}. */
final class VisitRow {

    private static final double NANOS_PER_SECOND = 1e9;

    static final RowLayout<LineCrossing> CROSSING = RowLayout.of(
            text("line", LineCrossing::line),
            text("direction", crossing -> crossing.direction().label()),
            time("crossed_at", LineCrossing::crossedAt));

    static final RowLayout<ZoneStay> ZONE_STAY = RowLayout.of(
            text("zone", ZoneStay::zone), time("entered_at", ZoneStay::enteredAt), time("left_at", ZoneStay::leftAt));

    static final RowLayout<Visit> LAYOUT = RowLayout.of(
            text("visit_id", Visit::visitId),
            text("device_id", Visit::deviceId),
            time("first_seen", Visit::firstSeen),
            time("last_seen", Visit::lastSeen),
            real("dwell_seconds", visit -> visit.dwell().toNanos() / NANOS_PER_SECOND),
            whole("frames", visit -> (long) visit.frames()),
            optionalReal("age", visit -> visit.attributes().ageYears()),
            text("age_band", visit -> visit.attributes().ageBand().label()),
            real("age_confidence", visit -> visit.attributes().ageConfidence()),
            text("gender", visit -> visit.attributes().gender().label()),
            real("gender_confidence", visit -> visit.attributes().genderConfidence()),
            text("emotion", visit -> visit.attributes().emotion().label()),
            real("emotion_confidence", visit -> visit.attributes().emotionConfidence()),
            text("recognition", visit -> visit.recognition().label()),
            text("model_version", Visit::modelVersion),
            rows("crossings", Visit::crossings, CROSSING),
            rows("zone_stays", Visit::zoneStays, ZONE_STAY),
            text("heading", visit -> visit.heading().label()));

    private VisitRow() {}
}
