CREATE TABLE IF NOT EXISTS visits (
    visit_id varchar NOT NULL COMMENT 'Identity of the visit; the same frames give the same one',
    device_id varchar NOT NULL COMMENT 'Camera',
    first_seen timestamp(6) with time zone NOT NULL COMMENT 'Capture time of the first frame with the person, UTC',
    last_seen timestamp(6) with time zone NOT NULL COMMENT 'Capture time of the last frame with the person, UTC',
    dwell_seconds double NOT NULL COMMENT 'Seconds from first_seen to last_seen',
    frames bigint NOT NULL COMMENT 'Frames in which the person was seen',
    age double COMMENT 'Apparent age in years, averaged over the visit; empty when unknown',
    age_band varchar NOT NULL COMMENT 'Apparent age: 0-15, 16-19, 20-29, 30-39, 40-49, 50-59, 60+ or unknown',
    age_confidence double NOT NULL COMMENT 'Probability of the age band, 0..1; 0 when unknown',
    gender varchar NOT NULL COMMENT 'Apparent gender: female, male or unknown',
    gender_confidence double NOT NULL COMMENT 'Probability of the gender, 0..1; 0 when unknown',
    emotion varchar NOT NULL COMMENT 'Apparent emotion: anger, contempt, disgust, fear, happiness, neutral, sadness, surprise or unknown',
    emotion_confidence double NOT NULL COMMENT 'Probability of the emotion, 0..1; 0 when unknown',
    recognition varchar NOT NULL COMMENT 'Whether the visitor was seen before: new, returning, or unknown where recognition is off',
    model_version varchar NOT NULL COMMENT 'Model bundle and its version'
)
COMMENT 'One person''s continuous presence at one camera; a visit that went on after a silence of its camera has a further row with more frames, which replaces the earlier'
WITH (
    format = 'PARQUET',
    format_version = 2,
    partitioning = ARRAY['day(first_seen)'],
    sorted_by = ARRAY['device_id', 'first_seen']
);
