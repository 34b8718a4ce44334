-- A login has what its station still is, at every statement: nothing of the register for a router that was revoked,
-- though its line is open; of its neighbours' streams no station sees what a stream's next push must show.

CREATE FUNCTION sy.is_router() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$$ SELECT EXISTS (SELECT FROM sy.station s WHERE s.id = sy.caller() AND s.is_router) $$;
GRANT EXECUTE ON FUNCTION sy.is_router() TO sy_router;

-- Lets every table of the register ask who calls, once a statement; `centre init` calls it after the last migration, so
-- that no table is forgotten.
CREATE FUNCTION rg.guard() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE one name;
BEGIN
    FOR one IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'rg'::regnamespace AND c.relkind IN ('r', 'p')
               AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'live_router') LOOP
        EXECUTE format('ALTER TABLE rg.%I ENABLE ROW LEVEL SECURITY', one);
        EXECUTE format('CREATE POLICY live_router ON rg.%I TO sy_router USING ((SELECT sy.is_router()))', one);
    END LOOP;
END $$;

-- Searching for a router: a table that asks row by row could not use its index of words.
CREATE INDEX ON rg.dossier (compact);
CREATE FUNCTION rg.found(p_words tsquery, p_compact text, p_limit integer) RETURNS SETOF rg.dossier LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT d.* FROM rg.dossier d WHERE (SELECT sy.is_router()) AND (d.search @@ p_words OR d.compact = p_compact)
    ORDER BY d.received_at DESC LIMIT p_limit
$$;
GRANT EXECUTE ON FUNCTION rg.found(tsquery, text, integer) TO sy_router;

REVOKE SELECT ON sy.stream FROM sy_station;
GRANT SELECT (agency, stream, station, counter, extra, head_seq, is_quarantined, opened_at) ON sy.stream TO sy_station;
