CREATE OR REPLACE VIEW age_gender_pyramid
COMMENT 'Visitors by camera, local day, apparent age band and gender, meant for sharing: small cells are suppressed'
AS
SELECT
    device_id,
    site,
    zone,
    local_date,
    age_band,
    gender,
    IF(visits < min_cell, NULL, visits) AS visitors,
    visits < min_cell AS is_suppressed,
    min_cell
FROM (
    SELECT
        v.device_id,
        s.site,
        s.zone,
        CAST(at_timezone(v.first_seen, coalesce(s.time_zone, 'UTC')) AS date) AS local_date,
        v.age_band,
        v.gender,
        count(*) AS visits,
        BIGINT '5' /* privacy.min-cell */ AS min_cell
    FROM (
        -- A visit that went on after a silence of its camera has several rows; the one with the most frames counts.
        -- Where recognition is on, whoever comes back after a moment counts once, and staff do not.
        SELECT
            device_id,
            visit_id,
            min(first_seen) AS first_seen,
            max_by(age_band, frames) AS age_band,
            max_by(gender, frames) AS gender
        FROM visits
        GROUP BY device_id, visit_id
        HAVING max_by(recognition, frames) NOT IN ('reentry', 'staff')
    ) AS v
    LEFT JOIN device_sites AS s ON s.device_id = v.device_id
    GROUP BY 1, 2, 3, 4, 5, 6
);

COMMENT ON COLUMN age_gender_pyramid.device_id IS 'Camera';
COMMENT ON COLUMN age_gender_pyramid.site IS 'Place that the camera belongs to; empty when it is not in devices';
COMMENT ON COLUMN age_gender_pyramid.zone IS 'Part of the site; empty when the camera is not in devices';
COMMENT ON COLUMN age_gender_pyramid.local_date IS 'Day on which the visits began, by the site''s clock; UTC when the camera is not in devices';
COMMENT ON COLUMN age_gender_pyramid.age_band IS 'Apparent age band, or unknown';
COMMENT ON COLUMN age_gender_pyramid.gender IS 'Apparent gender: female, male or unknown';
COMMENT ON COLUMN age_gender_pyramid.visitors IS 'Visits that began on the day; empty when there are some, but fewer than min_cell';
COMMENT ON COLUMN age_gender_pyramid.is_suppressed IS 'Whether visitors is empty to protect the few people in the cell';
COMMENT ON COLUMN age_gender_pyramid.min_cell IS 'Smallest count that is shown (privacy.min-cell)';
