CREATE TABLE IF NOT EXISTS crowd_demographics_revisions (
    device_id varchar NOT NULL COMMENT 'Camera',
    window_start timestamp(6) with time zone NOT NULL COMMENT 'Begin of the window, inclusive, UTC',
    window_end timestamp(6) with time zone NOT NULL COMMENT 'End of the window, exclusive, UTC',
    revision bigint NOT NULL COMMENT 'Counts up from 1 for each camera and window; the highest is the answer',
    is_final boolean NOT NULL COMMENT 'Whether the window had closed; a late frame can still bring a further revision',
    frames bigint NOT NULL COMMENT 'Analysed frames captured in the window',
    visitors bigint NOT NULL COMMENT 'Distinct people present in the window',
    entries bigint NOT NULL COMMENT 'Visits that began in the window',
    exits bigint NOT NULL COMMENT 'Visits that ended in the window',
    new_visitors bigint NOT NULL COMMENT 'Of the visitors, those not seen before; 0 where recognition is off',
    returning_visitors bigint NOT NULL COMMENT 'Of the visitors, those seen before; 0 where recognition is off',
    peak_occupancy bigint NOT NULL COMMENT 'Most people in one frame',
    mean_occupancy double NOT NULL COMMENT 'People in view, weighted by time',
    dwell_mean_seconds double COMMENT 'Mean dwell in seconds of the visits that ended in the window; empty without any',
    dwell_median_seconds double COMMENT 'Median dwell in seconds of the same visits',
    dwell_p90_seconds double COMMENT 'Dwell in seconds that nine of ten of the same visits stayed below',
    age_gender array(row(age_band varchar, gender varchar, visitors bigint)) NOT NULL COMMENT 'Visitors by apparent age band and gender; only cells that are not zero',
    emotion_gender array(row(emotion varchar, gender varchar, visitors bigint)) NOT NULL COMMENT 'Visitors by apparent emotion and gender; only cells that are not zero',
    model_version varchar NOT NULL COMMENT 'Model bundle, and its version, of the newest frame counted',
    updated_at timestamp(6) with time zone NOT NULL COMMENT 'When the revision was made, UTC'
)
COMMENT 'One revision of one camera''s window a row, only ever appended; the view crowd_demographics shows the newest'
WITH (
    format = 'PARQUET',
    format_version = 2,
    partitioning = ARRAY['month(window_start)'],
    sorted_by = ARRAY['device_id', 'window_start']
);
