CREATE OR REPLACE VIEW faces
COMMENT 'One face in one frame a row; frames without faces have none'
AS
SELECT
    a.device_id,
    a.boot_id,
    a.sequence,
    a.captured_at,
    f.x,
    f.y,
    f.width,
    f.height,
    f.score,
    f.age,
    f.age_band,
    f.age_confidence,
    f.gender,
    f.gender_confidence,
    f.emotion,
    f.emotion_confidence,
    f.visit_id,
    a.model_version
FROM frame_analyses AS a
CROSS JOIN UNNEST(a.faces) AS f (
    x, y, width, height, score,
    age, age_band, age_confidence,
    gender, gender_confidence,
    emotion, emotion_confidence,
    visit_id
);

COMMENT ON COLUMN faces.device_id IS 'Camera';
COMMENT ON COLUMN faces.boot_id IS 'Changes whenever the camera program starts; (device_id, boot_id, sequence) is one frame';
COMMENT ON COLUMN faces.sequence IS 'Number of the frame since the boot';
COMMENT ON COLUMN faces.captured_at IS 'When the frame was captured, UTC';
COMMENT ON COLUMN faces.x IS 'Left edge of the box, 0..1 of the frame''s width';
COMMENT ON COLUMN faces.y IS 'Top edge of the box, 0..1 of the frame''s height';
COMMENT ON COLUMN faces.width IS 'Width of the box, 0..1 of the frame''s width';
COMMENT ON COLUMN faces.height IS 'Height of the box, 0..1 of the frame''s height';
COMMENT ON COLUMN faces.score IS 'Confidence that it is a face, 0..1';
COMMENT ON COLUMN faces.age IS 'Apparent age in years; empty when unknown';
COMMENT ON COLUMN faces.age_band IS 'Apparent age band, or unknown';
COMMENT ON COLUMN faces.age_confidence IS 'Probability of the age band, 0..1; 0 when unknown';
COMMENT ON COLUMN faces.gender IS 'Apparent gender: female, male or unknown';
COMMENT ON COLUMN faces.gender_confidence IS 'Probability of the gender, 0..1; 0 when unknown';
COMMENT ON COLUMN faces.emotion IS 'Apparent emotion, or unknown';
COMMENT ON COLUMN faces.emotion_confidence IS 'Probability of the emotion, 0..1; 0 when unknown';
COMMENT ON COLUMN faces.visit_id IS 'Visit that the face belongs to';
COMMENT ON COLUMN faces.model_version IS 'Model bundle and its version';
