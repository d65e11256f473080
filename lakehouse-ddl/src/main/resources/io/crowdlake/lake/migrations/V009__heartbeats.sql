ALTER TABLE device_telemetry ADD COLUMN IF NOT EXISTS frames_captured bigint COMMENT 'Frames captured since the boot: what the source gave and the camera wanted';
ALTER TABLE device_telemetry ADD COLUMN IF NOT EXISTS trouble varchar COMMENT 'What was wrong at that time, in one line; empty while all was well';
-- The hub delivers at least once.
COMMENT ON COLUMN device_telemetry.sent_at IS 'When the heartbeat was sent, by the camera''s clock, UTC; one that was delivered twice is there twice';
