CREATE TABLE IF NOT EXISTS device_telemetry (
    device_id varchar NOT NULL COMMENT 'Camera',
    sent_at timestamp(6) with time zone NOT NULL COMMENT 'When the heartbeat was sent, by the camera''s clock, UTC',
    frames_sent bigint NOT NULL COMMENT 'Frames sent since the boot',
    frames_dropped bigint NOT NULL COMMENT 'Frames dropped since the boot, by the rate limit or a full buffer',
    buffered bigint NOT NULL COMMENT 'Frames that wait for the hub',
    temperature_celsius double COMMENT 'Temperature of the device in degrees Celsius; empty without a sensor',
    software_version varchar NOT NULL COMMENT 'Version of the camera program',
    uptime_seconds double NOT NULL COMMENT 'Seconds since the boot'
)
COMMENT 'One heartbeat of a camera a row'
WITH (
    format = 'PARQUET',
    format_version = 2,
    partitioning = ARRAY['day(sent_at)'],
    sorted_by = ARRAY['device_id', 'sent_at']
);
