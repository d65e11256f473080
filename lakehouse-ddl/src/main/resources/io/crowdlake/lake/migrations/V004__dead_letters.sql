CREATE TABLE IF NOT EXISTS dead_letters (
    reason varchar NOT NULL COMMENT 'Code of the reason, such as IMAGE_INVALID; a code never changes its meaning',
    detail varchar NOT NULL COMMENT 'One sentence for a person, without any content of the message',
    device_id varchar COMMENT 'Camera; empty when it is not known',
    source_topic varchar COMMENT 'Topic that holds the original',
    source_partition integer COMMENT 'Partition of that topic',
    source_offset bigint COMMENT 'Offset in that partition',
    payload_bytes bigint NOT NULL COMMENT 'Size of the message body in bytes',
    captured_at timestamp(6) with time zone COMMENT 'When the frame was captured, UTC; empty when it is not known',
    occurred_at timestamp(6) with time zone NOT NULL COMMENT 'When the message was given up, UTC'
)
COMMENT 'One message that could not be processed a row: why, and where the original is'
WITH (
    format = 'PARQUET',
    format_version = 2,
    partitioning = ARRAY['day(occurred_at)'],
    sorted_by = ARRAY['occurred_at']
);
