CREATE OR REPLACE VIEW zone_occupancy
COMMENT 'One zone of one camera''s window a row, also where nobody was: how many people were in it, and for how long'
AS
SELECT
    c.device_id,
    s.site,
    c.window_start,
    c.window_end,
    c.is_final,
    z.zone,
    z.visitors,
    z.entries,
    z.peak_occupancy,
    z.mean_occupancy,
    z.dwell_mean_seconds,
    z.dwell_median_seconds,
    z.dwell_p90_seconds
FROM crowd_demographics AS c
CROSS JOIN UNNEST(c.zones) AS z (
    zone, visitors, entries, peak_occupancy, mean_occupancy,
    dwell_mean_seconds, dwell_median_seconds, dwell_p90_seconds
)
LEFT JOIN device_sites AS s ON s.device_id = c.device_id;

COMMENT ON COLUMN zone_occupancy.device_id IS 'Camera';
COMMENT ON COLUMN zone_occupancy.site IS 'Place that the camera belongs to; empty when it is not in devices';
COMMENT ON COLUMN zone_occupancy.window_start IS 'Begin of the window, inclusive, UTC';
COMMENT ON COLUMN zone_occupancy.window_end IS 'End of the window, exclusive, UTC';
COMMENT ON COLUMN zone_occupancy.is_final IS 'Whether the window has closed';
COMMENT ON COLUMN zone_occupancy.zone IS 'Name of the zone in the camera''s layout';
COMMENT ON COLUMN zone_occupancy.visitors IS 'Distinct people seen in the zone';
COMMENT ON COLUMN zone_occupancy.entries IS 'Stays in the zone that began';
COMMENT ON COLUMN zone_occupancy.peak_occupancy IS 'Most people in the zone in one frame';
COMMENT ON COLUMN zone_occupancy.mean_occupancy IS 'People in the zone, weighted by time';
COMMENT ON COLUMN zone_occupancy.dwell_mean_seconds IS 'Mean length in seconds of the stays that ended in the window; empty without any';
COMMENT ON COLUMN zone_occupancy.dwell_median_seconds IS 'Median length in seconds of the same stays';
COMMENT ON COLUMN zone_occupancy.dwell_p90_seconds IS 'Length in seconds that nine of ten of the same stays stayed below';
