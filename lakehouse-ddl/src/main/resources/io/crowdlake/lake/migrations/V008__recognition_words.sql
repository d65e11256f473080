-- Recognition tells more than new and returning.
COMMENT ON COLUMN visits.recognition IS 'Whether the visitor was seen before: new, returning, reentry (seen a moment ago, the same stay goes on), staff (no visitor), or unknown where recognition is off';
COMMENT ON COLUMN crowd_demographics_revisions.new_visitors IS 'Of the visitors, those not seen before at the site; 0 where recognition is off';
COMMENT ON COLUMN crowd_demographics_revisions.returning_visitors IS 'Of the visitors, those seen before at the site and gone for a while; 0 where recognition is off';
