CREATE OR REPLACE VIEW crowd_demographics
COMMENT 'What is known of the crowd of each camera and window: the newest revision'
AS
SELECT
    device_id,
    window_start,
    window_end,
    revision,
    is_final,
    frames,
    visitors,
    entries,
    exits,
    new_visitors,
    returning_visitors,
    peak_occupancy,
    mean_occupancy,
    dwell_mean_seconds,
    dwell_median_seconds,
    dwell_p90_seconds,
    age_gender,
    emotion_gender,
    model_version,
    updated_at,
    lines,
    zones
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY device_id, window_start, window_end
            ORDER BY revision DESC, updated_at DESC
        ) AS revision_rank
    FROM crowd_demographics_revisions
)
WHERE revision_rank = 1;

COMMENT ON COLUMN crowd_demographics.device_id IS 'Camera';
COMMENT ON COLUMN crowd_demographics.window_start IS 'Begin of the window, inclusive, UTC';
COMMENT ON COLUMN crowd_demographics.window_end IS 'End of the window, exclusive, UTC';
COMMENT ON COLUMN crowd_demographics.revision IS 'How often the window was revised, from 1';
COMMENT ON COLUMN crowd_demographics.is_final IS 'Whether the window has closed';
COMMENT ON COLUMN crowd_demographics.frames IS 'Analysed frames captured in the window';
COMMENT ON COLUMN crowd_demographics.visitors IS 'Distinct people present in the window';
COMMENT ON COLUMN crowd_demographics.entries IS 'Visits that began in the window';
COMMENT ON COLUMN crowd_demographics.exits IS 'Visits that ended in the window';
COMMENT ON COLUMN crowd_demographics.new_visitors IS 'Of the visitors, those not seen before at the site; 0 where recognition is off';
COMMENT ON COLUMN crowd_demographics.returning_visitors IS 'Of the visitors, those seen before at the site and gone for a while; 0 where recognition is off';
COMMENT ON COLUMN crowd_demographics.peak_occupancy IS 'Most people in one frame';
COMMENT ON COLUMN crowd_demographics.mean_occupancy IS 'People in view, weighted by time';
COMMENT ON COLUMN crowd_demographics.dwell_mean_seconds IS 'Mean dwell in seconds of the visits that ended in the window; empty without any';
COMMENT ON COLUMN crowd_demographics.dwell_median_seconds IS 'Median dwell in seconds of the same visits';
COMMENT ON COLUMN crowd_demographics.dwell_p90_seconds IS 'Dwell in seconds that nine of ten of the same visits stayed below';
COMMENT ON COLUMN crowd_demographics.age_gender IS 'Visitors by apparent age band and gender; only cells that are not zero';
COMMENT ON COLUMN crowd_demographics.emotion_gender IS 'Visitors by apparent emotion and gender; only cells that are not zero';
COMMENT ON COLUMN crowd_demographics.model_version IS 'Model bundle, and its version, of the newest frame counted';
COMMENT ON COLUMN crowd_demographics.updated_at IS 'When the revision was made, UTC';
COMMENT ON COLUMN crowd_demographics.lines IS 'Crossings of each line of the camera''s layout, inwards and outwards; line_crossings has a row for each';
COMMENT ON COLUMN crowd_demographics.zones IS 'Visits to each zone of the camera''s layout; zone_occupancy has a row for each';
