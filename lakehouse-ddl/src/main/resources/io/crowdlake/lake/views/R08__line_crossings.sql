CREATE OR REPLACE VIEW line_crossings
COMMENT 'One line of one camera''s window a row, also where nobody crossed it: how many people walked over it, and which way'
AS
SELECT
    c.device_id,
    s.site,
    c.window_start,
    c.window_end,
    c.is_final,
    l.line,
    l.in_count,
    l.out_count,
    l.in_count - l.out_count AS net_count
FROM crowd_demographics AS c
CROSS JOIN UNNEST(c.lines) AS l (line, in_count, out_count)
LEFT JOIN device_sites AS s ON s.device_id = c.device_id;

COMMENT ON COLUMN line_crossings.device_id IS 'Camera';
COMMENT ON COLUMN line_crossings.site IS 'Place that the camera belongs to; empty when it is not in devices';
COMMENT ON COLUMN line_crossings.window_start IS 'Begin of the window, inclusive, UTC';
COMMENT ON COLUMN line_crossings.window_end IS 'End of the window, exclusive, UTC';
COMMENT ON COLUMN line_crossings.is_final IS 'Whether the window has closed';
COMMENT ON COLUMN line_crossings.line IS 'Name of the line in the camera''s layout';
COMMENT ON COLUMN line_crossings.in_count IS 'Crossings inwards';
COMMENT ON COLUMN line_crossings.out_count IS 'Crossings outwards';
COMMENT ON COLUMN line_crossings.net_count IS 'Crossings inwards less those outwards';
