package io.crowdlake.job.lake;

import static io.crowdlake.job.lake.Column.optionalSmall;
import static io.crowdlake.job.lake.Column.optionalText;
import static io.crowdlake.job.lake.Column.optionalTime;
import static io.crowdlake.job.lake.Column.optionalWhole;
import static io.crowdlake.job.lake.Column.text;
import static io.crowdlake.job.lake.Column.time;
import static io.crowdlake.job.lake.Column.whole;

import io.crowdlake.contracts.DeadLetter;

/** Columns of {@code dead_letters}. */
final class DeadLetterRow {

    static final RowLayout<DeadLetter> LAYOUT = RowLayout.of(
            text("reason", letter -> letter.reason().name()),
            text("detail", DeadLetter::detail),
            optionalText("device_id", DeadLetter::deviceId),
            optionalText("source_topic", letter -> Origins.topic(letter.origin())),
            optionalSmall("source_partition", letter -> Origins.partition(letter.origin())),
            optionalWhole("source_offset", letter -> Origins.offset(letter.origin())),
            whole("payload_bytes", DeadLetter::payloadBytes),
            optionalTime("captured_at", DeadLetter::capturedAt),
            time("occurred_at", DeadLetter::occurredAt));

    private DeadLetterRow() {}
}
