-- One range of numbers, one stream: of two copies of a station that nobody has heard a word from, the one that opened
-- last may speak; the other finds itself unknown, opens anew, and is refused once the first has sent something.

-- A stream begins. Two stations with one counter in one agency: the second is refused, with the first one's name.
-- The agency's row makes them come one after the other.
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
        answer := 'NOT_ALLOWED';
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
