CREATE OR REPLACE VIEW device_sites
COMMENT 'Newest registry entry of each camera, with a time zone that can be relied upon'
AS
SELECT
    device_id,
    site,
    zone,
    -- A zone that nobody knows must not break every view that shows local time.
    IF(TRY(at_timezone(TIMESTAMP '2000-01-01 00:00:00 UTC', time_zone)) IS NULL, 'UTC', time_zone) AS time_zone,
    tags
FROM (
    SELECT
        device_id,
        site,
        zone,
        time_zone,
        tags,
        row_number() OVER (PARTITION BY device_id ORDER BY updated_at DESC) AS age_rank
    FROM devices
)
WHERE age_rank = 1;

COMMENT ON COLUMN device_sites.device_id IS 'Camera';
COMMENT ON COLUMN device_sites.site IS 'Place that the camera belongs to';
COMMENT ON COLUMN device_sites.zone IS 'Part of the site that the camera looks at';
COMMENT ON COLUMN device_sites.time_zone IS 'Time zone of the site; UTC when the entry has none or an unknown one';
COMMENT ON COLUMN device_sites.tags IS 'Labels to group cameras by';
