-- A range of numbers that was ever used stays taken in its agency, also when its station is revoked: a second station
-- would give the same official codes again. And what a revoked station had not sent may still come: who holds its
-- register now is told to begin a new life, which takes the rest along.

-- Why a counter cannot be opened: the name of another station that holds it, or the caller's own where this range was
-- used before, by whomever: then the caller pulls and takes a free one. NULL: nothing is in the way.
CREATE OR REPLACE FUNCTION sy.counter_rival(p_agency text, p_stream bytea, p_counter integer, p_extra integer)
RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN s.revoked_at IS NULL THEN s.name ELSE c.name END
    FROM sy.stream t JOIN sy.station s ON s.id = t.station JOIN sy.station c ON c.id = sy.caller()
    WHERE t.agency = p_agency AND t.counter = p_counter AND t.stream <> p_stream
      AND NOT s.is_router AND NOT c.is_router
      AND ((t.station <> c.id AND s.revoked_at IS NULL) OR (t.extra = p_extra AND t.head_seq > 0))
    ORDER BY t.station <> c.id AND s.revoked_at IS NULL DESC, t.opened_at LIMIT 1
$$;

CREATE OR REPLACE FUNCTION sy.open_stream(p_agency text, p_stream bytea, p_counter integer, p_extra integer)
RETURNS TABLE (answer text, head_seq bigint, head_hash bytea, fence uuid, epoch uuid, rival text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fresh CONSTANT uuid := gen_random_uuid();
    known sy.stream;
BEGIN
    epoch := (SELECT server_epoch FROM sy.server);
    head_seq := 0;
    head_hash := decode(repeat('00', 32), 'hex');
    IF NOT sy.may_push(p_agency) THEN
        answer := 'NOT_ALLOWED'; RETURN NEXT; RETURN;
    END IF;
    INSERT INTO sy.agency_head (agency) VALUES (p_agency) ON CONFLICT DO NOTHING;
    PERFORM FROM sy.agency_head h WHERE h.agency = p_agency FOR UPDATE;
    SELECT * INTO known FROM sy.stream t WHERE t.agency = p_agency AND t.stream = p_stream;
    rival := sy.counter_rival(p_agency, p_stream, p_counter, p_extra);
    IF known.station <> sy.caller() THEN
        answer := CASE WHEN EXISTS (SELECT FROM sy.station s WHERE s.id = known.station AND s.revoked_at IS NOT NULL)
                       THEN 'FENCED' ELSE 'NOT_ALLOWED' END;
    ELSIF known.is_quarantined THEN
        answer := 'FORK'; head_seq := known.head_seq;
    ELSIF known.head_seq > 0 THEN
        answer := 'FENCED'; head_seq := known.head_seq;
    ELSIF rival IS NOT NULL THEN
        answer := 'COUNTER_TAKEN';
        PERFORM sy.note_incident(p_agency, p_stream, 'COUNTER_TAKEN', format('%s: %s', p_counter, rival));
    ELSE
        DELETE FROM sy.stream t
        WHERE t.agency = p_agency AND t.station = sy.caller() AND t.counter = p_counter AND t.extra = p_extra
          AND t.stream <> p_stream AND t.head_seq = 0;
        INSERT INTO sy.stream AS t (agency, stream, station, counter, extra, fence)
        VALUES (p_agency, p_stream, sy.caller(), p_counter, p_extra, fresh)
        ON CONFLICT ON CONSTRAINT stream_pkey
        DO UPDATE SET fence = fresh, prev_fence = NULL, counter = p_counter, extra = p_extra
        RETURNING t.fence INTO fence;
        answer := 'OK';
    END IF;
    RETURN NEXT;
END $$;
