CREATE TABLE IF NOT EXISTS devices (
    device_id varchar NOT NULL COMMENT 'Camera, as the hub knows it',
    site varchar COMMENT 'Place that the camera belongs to, such as a shop or a station',
    zone varchar COMMENT 'Part of the site that the camera looks at, such as an entrance',
    time_zone varchar COMMENT 'Time zone of the site, such as Europe/Berlin; UTC when empty',
    tags map(varchar, varchar) COMMENT 'Labels to group cameras by',
    policy row(
        age boolean,
        gender boolean,
        emotion boolean,
        recognition boolean,
        frame_retention_seconds bigint
    ) COMMENT 'What may be told of people at this camera, one by one, and for how many seconds frames may be kept (0: not at all)',
    updated_at timestamp(6) with time zone NOT NULL COMMENT 'When the entry was written, UTC; the newest of a camera counts'
)
COMMENT 'One entry of the camera registry a row: where a camera is and what it may tell'
WITH (
    format = 'PARQUET',
    format_version = 2,
    sorted_by = ARRAY['device_id']
);
