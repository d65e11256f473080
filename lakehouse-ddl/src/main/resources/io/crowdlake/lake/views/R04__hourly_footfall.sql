CREATE OR REPLACE VIEW hourly_footfall
COMMENT 'Footfall by camera and local hour; a window belongs to the hour in which it begins'
AS
SELECT
    device_id,
    arbitrary(site) AS site,
    arbitrary(zone) AS zone,
    local_hour,
    hour(local_hour) AS hour_of_day,
    day_of_week(local_hour) AS weekday,
    min(window_start) AS first_window_start,
    -- Who stands there when the hour begins, and everybody who comes after: nobody twice, however short the windows are.
    min_by(visitors - entries, window_start) + sum(entries) AS visitors,
    sum(entries) AS entries,
    sum(exits) AS exits,
    max(peak_occupancy) AS peak_occupancy,
    sum(mean_occupancy * window_seconds) / sum(window_seconds) AS mean_occupancy,
    sum(frames) AS frames,
    bool_and(is_final) AS is_final
FROM (
    SELECT
        c.*,
        s.site,
        s.zone,
        CAST(date_trunc('hour', at_timezone(c.window_start, coalesce(s.time_zone, 'UTC'))) AS timestamp(6)) AS local_hour,
        CAST(date_diff('millisecond', c.window_start, c.window_end) AS double) / 1000 AS window_seconds
    FROM crowd_demographics AS c
    LEFT JOIN device_sites AS s ON s.device_id = c.device_id
)
GROUP BY device_id, local_hour;

COMMENT ON COLUMN hourly_footfall.device_id IS 'Camera';
COMMENT ON COLUMN hourly_footfall.site IS 'Place that the camera belongs to; empty when it is not in devices';
COMMENT ON COLUMN hourly_footfall.zone IS 'Part of the site; empty when the camera is not in devices';
COMMENT ON COLUMN hourly_footfall.local_hour IS 'Begin of the hour by the site''s clock; UTC when the camera is not in devices';
COMMENT ON COLUMN hourly_footfall.hour_of_day IS 'Local hour, 0..23';
COMMENT ON COLUMN hourly_footfall.weekday IS 'Local day of the week, 1 (Monday) to 7 (Sunday)';
COMMENT ON COLUMN hourly_footfall.first_window_start IS 'Begin of the first window that is counted, UTC';
COMMENT ON COLUMN hourly_footfall.visitors IS 'People present in the hour: those there when it begins and those who come';
COMMENT ON COLUMN hourly_footfall.entries IS 'Visits that began';
COMMENT ON COLUMN hourly_footfall.exits IS 'Visits that ended';
COMMENT ON COLUMN hourly_footfall.peak_occupancy IS 'Most people in one frame';
COMMENT ON COLUMN hourly_footfall.mean_occupancy IS 'People in view, weighted by time, over the windows that have frames';
COMMENT ON COLUMN hourly_footfall.frames IS 'Analysed frames';
COMMENT ON COLUMN hourly_footfall.is_final IS 'Whether all windows counted have closed';
