-- What nobody can read must not stop anybody: moments that no calendar has are refused at the door, and the fold worker
-- writes down what it passed over. A router that begins anew (a restored centre) still knows its earlier copies.

ALTER FUNCTION sy.push_problem(text, uuid, bigint, bigint[], text[], integer[], text[], bytea[], bytea[])
    RENAME TO push_shape_problem;

-- What is wrong with a batch whatever the stream; NULL for nothing. A moment is one of the years 2 to 9998: every
-- program can say it in every zone.
CREATE FUNCTION sy.push_problem(p_agency text, p_fence uuid, p_first bigint, p_at_us bigint[], p_kinds text[],
                                p_versions integer[], p_subjects text[], p_payloads bytea[], p_hashes bytea[])
RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(
        sy.push_shape_problem(p_agency, p_fence, p_first, p_at_us, p_kinds, p_versions, p_subjects, p_payloads,
                              p_hashes),
        CASE WHEN EXISTS (SELECT FROM unnest(p_at_us) a WHERE a NOT BETWEEN -62104060800000000 AND 253370678400000000)
             THEN 'BADHASH' END)
$$;

-- What the fold worker passed over, once: of the station whose stream it is.
CREATE FUNCTION rg.note_incident(p_agency text, p_stream bytea, p_kind text, p_detail text) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO sy.incident (agency, station, stream, kind, detail)
    SELECT p_agency, (SELECT t.station FROM sy.stream t WHERE t.agency = p_agency AND t.stream = p_stream),
           p_stream, p_kind, p_detail
    WHERE NOT EXISTS (SELECT FROM sy.incident i WHERE i.agency = p_agency AND i.stream IS NOT DISTINCT FROM p_stream
                      AND i.kind = p_kind AND i.detail = p_detail)
$$;
GRANT EXECUTE ON FUNCTION rg.note_incident(text, bytea, text, text) TO sy_router;

-- Every stream that a router ever had in an agency's feed: what stands in one is a copy.
CREATE TABLE rg.copied_by (agency text NOT NULL, stream bytea NOT NULL, PRIMARY KEY (agency, stream));
INSERT INTO rg.copied_by SELECT agency, stream FROM rg.router_stream;
GRANT SELECT, INSERT ON rg.copied_by TO sy_router;

-- When an agency's feed was last folded.
ALTER TABLE rg.folded ADD COLUMN folded_at timestamptz;
