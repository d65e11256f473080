CREATE OR REPLACE VIEW occupancy_now
COMMENT 'How many people each camera sees in its newest frame; cameras that were silent for a day are left out'
AS
SELECT
    n.device_id,
    s.site,
    s.zone,
    n.captured_at,
    at_timezone(n.captured_at, coalesce(s.time_zone, 'UTC')) AS local_captured_at,
    CAST(date_diff('millisecond', n.captured_at, current_timestamp) AS double) / 1000 AS seconds_ago,
    n.people
FROM (
    SELECT
        device_id,
        max(captured_at) AS captured_at,
        max_by(cardinality(faces), captured_at) AS people
    FROM frame_analyses
    -- The limit lets the query read two days of files instead of all.
    WHERE captured_at > current_timestamp - INTERVAL '1' DAY
    GROUP BY device_id
) AS n
LEFT JOIN device_sites AS s ON s.device_id = n.device_id;

COMMENT ON COLUMN occupancy_now.device_id IS 'Camera';
COMMENT ON COLUMN occupancy_now.site IS 'Place that the camera belongs to; empty when it is not in devices';
COMMENT ON COLUMN occupancy_now.zone IS 'Part of the site; empty when the camera is not in devices';
COMMENT ON COLUMN occupancy_now.captured_at IS 'When the newest frame was captured, UTC';
COMMENT ON COLUMN occupancy_now.local_captured_at IS 'The same in the site''s time zone; UTC when the camera is not in devices';
COMMENT ON COLUMN occupancy_now.seconds_ago IS 'Seconds since then';
COMMENT ON COLUMN occupancy_now.people IS 'Faces in that frame';
