-- What a station may: read the rows of its agencies, call these functions, nothing else. Functions are nobody's by
-- default (install.py): a later migration grants what it adds.
DO $$
DECLARE one text;
BEGIN
    FOREACH one IN ARRAY ARRAY['event', 'stream', 'agency_head'] LOOP
        EXECUTE format('ALTER TABLE sy.%I ENABLE ROW LEVEL SECURITY', one);
        EXECUTE format('CREATE POLICY own_agencies ON sy.%I FOR SELECT TO sy_station USING (sy.may_read(agency))', one);
    END LOOP;
END $$;

GRANT USAGE ON SCHEMA sy TO sy_station;
GRANT SELECT ON sy.event, sy.stream, sy.agency_head, sy.server TO sy_station;
GRANT EXECUTE ON FUNCTION
    sy.may_read(text), sy.hello(text, bigint, bigint), sy.open_stream(text, bytea, integer, integer),
    sy.push(text, bytea, uuid, bigint, bigint[], text[], integer[], text[], bytea[], bytea[]),
    sy.stream_head(text, bytea), sy.rejoin(text, bytea, bigint, bytea),
    sy.pull(text, bigint, integer, bytea, bigint), sy.digest_at(text, bigint) TO sy_station;
