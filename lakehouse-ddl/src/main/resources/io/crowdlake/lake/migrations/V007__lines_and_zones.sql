ALTER TABLE visits ADD COLUMN IF NOT EXISTS crossings array(row(
    line varchar,
    direction varchar,
    crossed_at timestamp(6) with time zone
)) COMMENT 'Lines of the camera''s layout that the person walked over, the first 32 of them: name, in or out, and when the person was clearly past it, UTC';
ALTER TABLE visits ADD COLUMN IF NOT EXISTS zone_stays array(row(
    zone varchar,
    entered_at timestamp(6) with time zone,
    left_at timestamp(6) with time zone
)) COMMENT 'Stays in zones of the camera''s layout, the first 32 of them: name, and from when to when, UTC';
ALTER TABLE visits ADD COLUMN IF NOT EXISTS heading varchar COMMENT 'Direction in the picture from where the person was first seen to where last: right, down-right, down, down-left, left, up-left, up, up-right or none';
ALTER TABLE crowd_demographics_revisions ADD COLUMN IF NOT EXISTS lines array(row(
    line varchar,
    in_count bigint,
    out_count bigint
)) COMMENT 'Crossings of each line of the camera''s layout, inwards and outwards; the view line_crossings has a row for each';
ALTER TABLE crowd_demographics_revisions ADD COLUMN IF NOT EXISTS zones array(row(
    zone varchar,
    visitors bigint,
    entries bigint,
    peak_occupancy bigint,
    mean_occupancy double,
    dwell_mean_seconds double,
    dwell_median_seconds double,
    dwell_p90_seconds double
)) COMMENT 'Visits to each zone of the camera''s layout; the view zone_occupancy has a row for each';
