-- Who else holds a counter of an agency: another station that is not revoked, or this very station under another
-- stream that already used the same range of numbers. NULL: nobody.
CREATE FUNCTION sy.counter_rival(p_agency text, p_stream bytea, p_counter integer, p_extra integer)
RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT s.name
    FROM sy.stream t JOIN sy.station s ON s.id = t.station
    WHERE t.agency = p_agency AND t.counter = p_counter AND t.stream <> p_stream
      AND s.revoked_at IS NULL AND NOT s.is_router
      AND (t.station <> sy.caller() OR (t.extra = p_extra AND t.head_seq > 0))
      AND NOT (SELECT c.is_router FROM sy.station c WHERE c.id = sy.caller())
    ORDER BY t.station = sy.caller(), t.opened_at LIMIT 1
$$;

-- A stream begins. Two stations with one counter in one agency: the second is refused, with the first one's name.
-- The agency's row makes them come one after the other.
CREATE FUNCTION sy.open_stream(p_agency text, p_stream bytea, p_counter integer, p_extra integer)
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
        answer := 'NOT_ALLOWED';
    ELSIF known.is_quarantined THEN
        answer := 'FORK'; head_seq := known.head_seq;
    ELSIF known.head_seq > 0 THEN
        answer := 'FENCED'; head_seq := known.head_seq;
    ELSIF rival IS NOT NULL THEN
        answer := 'COUNTER_TAKEN';
        PERFORM sy.note_incident(p_agency, p_stream, 'COUNTER_TAKEN', format('%s: %s', p_counter, rival));
    ELSE
        INSERT INTO sy.stream AS t (agency, stream, station, counter, extra, fence)
        VALUES (p_agency, p_stream, sy.caller(), p_counter, p_extra, fresh)
        ON CONFLICT ON CONSTRAINT stream_pkey
        DO UPDATE SET fence = fresh, prev_fence = NULL, counter = p_counter, extra = p_extra
        RETURNING t.fence INTO fence;
        answer := 'OK';
    END IF;
    RETURN NEXT;
END $$;

-- How far the centre has a stream of the caller's; the hash there is not told: it is what rejoin wants proved.
CREATE FUNCTION sy.stream_head(p_agency text, p_stream bytea) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$$ SELECT t.head_seq FROM sy.stream t
   WHERE t.agency = p_agency AND t.stream = p_stream AND t.station = sy.caller() AND NOT t.is_quarantined $$;

-- A station that shows its own hash at the centre's head goes on from there.
CREATE FUNCTION sy.rejoin(p_agency text, p_stream bytea, p_seq bigint, p_hash bytea)
RETURNS TABLE (answer text, head_seq bigint, head_hash bytea, fence uuid, epoch uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fresh CONSTANT uuid := gen_random_uuid();
    s sy.stream;
BEGIN
    epoch := (SELECT server_epoch FROM sy.server);
    head_seq := 0;
    IF NOT sy.may_push(p_agency) THEN
        answer := 'NOT_ALLOWED'; RETURN NEXT; RETURN;
    END IF;
    SELECT * INTO s FROM sy.stream t WHERE t.agency = p_agency AND t.stream = p_stream FOR UPDATE;
    IF NOT FOUND THEN
        answer := 'UNKNOWN';
    ELSIF s.station <> sy.caller() THEN
        answer := 'NOT_ALLOWED';
    ELSIF s.is_quarantined THEN
        answer := 'FORK';
    ELSIF s.head_seq IS DISTINCT FROM p_seq OR s.head_hash IS DISTINCT FROM p_hash THEN
        answer := 'FORK';
        UPDATE sy.stream t SET is_quarantined = true WHERE t.agency = p_agency AND t.stream = p_stream;
        PERFORM sy.note_incident(p_agency, p_stream, 'FORK', format('rejoin at %s', p_seq));
    ELSE
        UPDATE sy.stream t SET fence = fresh, prev_fence = NULL
        WHERE t.agency = p_agency AND t.stream = p_stream RETURNING t.fence INTO fence;
        answer := 'OK'; head_seq := s.head_seq; head_hash := s.head_hash;
    END IF;
    RETURN NEXT;
END $$;
