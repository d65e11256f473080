CREATE OR REPLACE VIEW daily_footfall
COMMENT 'Footfall by camera and local day'
AS
SELECT
    device_id,
    arbitrary(site) AS site,
    arbitrary(zone) AS zone,
    CAST(local_hour AS date) AS local_date,
    day_of_week(CAST(local_hour AS date)) AS weekday,
    -- As in hourly_footfall: who stands there when the day begins, and everybody who comes after.
    min_by(visitors - entries, local_hour) + sum(entries) AS visitors,
    sum(entries) AS entries,
    sum(exits) AS exits,
    max(peak_occupancy) AS peak_occupancy,
    max_by(hour_of_day, entries) AS busiest_hour,
    sum(frames) AS frames,
    bool_and(is_final) AS is_final
FROM hourly_footfall
GROUP BY device_id, CAST(local_hour AS date);

COMMENT ON COLUMN daily_footfall.device_id IS 'Camera';
COMMENT ON COLUMN daily_footfall.site IS 'Place that the camera belongs to; empty when it is not in devices';
COMMENT ON COLUMN daily_footfall.zone IS 'Part of the site; empty when the camera is not in devices';
COMMENT ON COLUMN daily_footfall.local_date IS 'Day by the site''s clock; UTC when the camera is not in devices';
COMMENT ON COLUMN daily_footfall.weekday IS 'Local day of the week, 1 (Monday) to 7 (Sunday)';
COMMENT ON COLUMN daily_footfall.visitors IS 'People present in the day: those there when it begins and those who come';
COMMENT ON COLUMN daily_footfall.entries IS 'Visits that began';
COMMENT ON COLUMN daily_footfall.exits IS 'Visits that ended';
COMMENT ON COLUMN daily_footfall.peak_occupancy IS 'Most people in one frame';
COMMENT ON COLUMN daily_footfall.busiest_hour IS 'Local hour with the most entries, 0..23';
COMMENT ON COLUMN daily_footfall.frames IS 'Analysed frames';
COMMENT ON COLUMN daily_footfall.is_final IS 'Whether all windows counted have closed';
