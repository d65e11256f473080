CREATE TABLE IF NOT EXISTS frame_analyses (
    device_id varchar NOT NULL COMMENT 'Camera, as the hub authenticated it',
    boot_id varchar NOT NULL COMMENT 'Changes whenever the camera program starts; (device_id, boot_id, sequence) is one frame',
    sequence bigint NOT NULL COMMENT 'Number of the frame since the boot, from 0',
    captured_at timestamp(6) with time zone NOT NULL COMMENT 'When the frame was captured, by the camera''s clock, UTC; event time',
    enqueued_at timestamp(6) with time zone COMMENT 'When the hub accepted the frame, UTC; empty when it did not say',
    analyzed_at timestamp(6) with time zone NOT NULL COMMENT 'When the analysis was made, UTC',
    frame_width integer NOT NULL COMMENT 'Pixels',
    frame_height integer NOT NULL COMMENT 'Pixels',
    model_version varchar NOT NULL COMMENT 'Model bundle and its version, such as crowdlake-faces 0.1.0',
    faces array(row(
        x double,
        y double,
        width double,
        height double,
        score double,
        age double,
        age_band varchar,
        age_confidence double,
        gender varchar,
        gender_confidence double,
        emotion varchar,
        emotion_confidence double,
        visit_id varchar
    )) NOT NULL COMMENT 'Faces in the frame, in no order: box as fractions 0..1 of the frame from its top left corner, score 0..1, apparent age in years, age band, gender and emotion with confidences 0..1, and the visit that the face belongs to',
    source_topic varchar COMMENT 'Topic that the frame was read from',
    source_partition integer COMMENT 'Partition of that topic',
    source_offset bigint COMMENT 'Offset in that partition'
)
COMMENT 'One analysed frame a row; no pixels and no embeddings'
WITH (
    format = 'PARQUET',
    format_version = 2,
    partitioning = ARRAY['day(captured_at)', 'bucket(device_id, 16)'],
    sorted_by = ARRAY['device_id', 'captured_at']
);
