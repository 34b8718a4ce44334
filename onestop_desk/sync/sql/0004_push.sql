-- What is wrong with a batch whatever the stream; NULL for nothing. Arrays of another shape than 1..n would make the
-- positions below point elsewhere, and a NULL among the values would make a comparison say nothing.
CREATE FUNCTION sy.push_problem(p_agency text, p_fence uuid, p_first bigint, p_at_us bigint[], p_kinds text[],
                                p_versions integer[], p_subjects text[], p_payloads bytea[], p_hashes bytea[])
RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN NOT sy.may_push(p_agency) THEN 'NOT_ALLOWED'
        WHEN cardinality(p_hashes) > 500 OR (SELECT sum(octet_length(p)) FROM unnest(p_payloads) p) > 1000000
            THEN 'TOO_LARGE'
        WHEN p_fence IS NULL OR NOT coalesce(p_first BETWEEN 1 AND 1000000000000, false)
          OR array_dims(p_hashes) IS DISTINCT FROM format('[1:%s]', cardinality(p_hashes))
          OR ARRAY[array_dims(p_at_us), array_dims(p_kinds), array_dims(p_versions), array_dims(p_subjects),
                   array_dims(p_payloads)] IS DISTINCT FROM array_fill(array_dims(p_hashes), ARRAY[5])
          OR EXISTS (SELECT FROM unnest(p_at_us, p_kinds, p_versions, p_subjects, p_payloads, p_hashes)
                     AS u (a, k, v, s, p, h) WHERE NOT (u IS NOT NULL) OR octet_length(h) <> 32
                     OR octet_length(k) > 32767 OR octet_length(s) > 32767 OR v NOT BETWEEN 0 AND 32767)
            THEN 'BADHASH'
    END
$$;

-- Recomputes every hash from new_from on: sha256(previous, stream, seq, at, kind, version, subject, sha256(payload)),
-- variable parts after their length, as onestop_desk/domain/chain.py spells them.
CREATE FUNCTION sy.is_chain(p_head bytea, p_stream bytea, p_first bigint, p_from bigint, p_at_us bigint[],
                            p_kinds text[], p_versions integer[], p_subjects text[], p_payloads bytea[],
                            p_hashes bytea[])
RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(bool_and(b.hash = sha256(
        CASE WHEN b.seq = p_from THEN p_head ELSE b.previous END || p_stream || int8send(b.seq) || int8send(b.at_us)
        || int2send(octet_length(b.kind)::smallint) || convert_to(b.kind, 'UTF8') || int2send(b.version::smallint)
        || int2send(octet_length(b.subject)::smallint) || convert_to(b.subject, 'UTF8') || sha256(b.payload))), true)
    FROM (SELECT p_first + u.ord - 1 AS seq, lag(u.hash) OVER (ORDER BY u.ord) AS previous, u.*
          FROM unnest(p_at_us, p_kinds, p_versions, p_subjects, p_payloads, p_hashes)
          WITH ORDINALITY AS u (at_us, kind, version, subject, payload, hash, ord)) b
    WHERE b.seq >= p_from
$$;

-- The digest after each of these hashes, starting from the one before them.
CREATE FUNCTION sy.digests_after(p_digest bytea, p_hashes bytea[]) RETURNS bytea[]
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one bytea;
    running bytea := p_digest;
    made bytea[] := '{}';
BEGIN
    FOREACH one IN ARRAY p_hashes LOOP
        running := sha256(running || one);
        made := made || running;
    END LOOP;
    RETURN made;
END $$;

-- Appends a batch of one stream. Answers in the order of sync.md §2; whatever is refused, nothing is appended.
CREATE FUNCTION sy.push(p_agency text, p_stream bytea, p_fence uuid, p_first bigint, p_at_us bigint[], p_kinds text[],
                        p_versions integer[], p_subjects text[], p_payloads bytea[], p_hashes bytea[])
RETURNS TABLE (answer text, head_seq bigint, head_hash bytea, fence uuid, epoch uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    n CONSTANT integer := cardinality(p_hashes);
    last bigint;
    skipped integer;
    fresh CONSTANT uuid := gen_random_uuid();  -- a value, not a call, in the UPDATE below: decisions/0013
    s sy.stream;
    place bigint;
    running bytea;
    digests bytea[];
BEGIN
    epoch := (SELECT server_epoch FROM sy.server);
    head_seq := 0;
    answer := sy.push_problem(p_agency, p_fence, p_first, p_at_us, p_kinds, p_versions, p_subjects, p_payloads,
                              p_hashes);
    IF answer IS NOT NULL THEN
        RETURN NEXT; RETURN;
    END IF;
    last := p_first + n - 1;
    SELECT * INTO s FROM sy.stream t WHERE t.agency = p_agency AND t.stream = p_stream FOR UPDATE;
    IF NOT FOUND THEN
        answer := 'UNKNOWN'; RETURN NEXT; RETURN;
    ELSIF s.station <> sy.caller() THEN
        answer := 'NOT_ALLOWED'; RETURN NEXT; RETURN;
    END IF;
    head_seq := s.head_seq; head_hash := s.head_hash;
    IF s.is_quarantined THEN
        answer := 'FORK';
    ELSIF p_first > s.head_seq + 1 THEN
        answer := 'GAP';
    ELSIF EXISTS (SELECT FROM sy.event e WHERE e.agency = p_agency AND e.stream = p_stream
                  AND e.seq BETWEEN p_first AND last AND e.hash <> p_hashes[e.seq - p_first + 1]) THEN
        answer := 'FORK';
        UPDATE sy.stream t SET is_quarantined = true WHERE t.agency = p_agency AND t.stream = p_stream;
        PERFORM sy.note_incident(p_agency, p_stream, 'FORK', format('%s-%s', p_first, last));
    ELSIF p_fence <> s.fence AND p_fence = s.prev_fence AND p_first = s.prev_seq + 1 AND last = s.head_seq THEN
        answer := 'OK'; fence := s.fence;  -- the answer to this very batch was lost: the same answer again
    ELSIF p_fence <> s.fence THEN
        answer := 'FENCED';
        PERFORM sy.note_incident(p_agency, p_stream, 'FENCED', format('%s-%s', p_first, last));
    ELSIF NOT sy.is_chain(s.head_hash, p_stream, p_first, s.head_seq + 1, p_at_us, p_kinds, p_versions, p_subjects,
                          p_payloads, p_hashes) THEN
        answer := 'BADHASH';
        PERFORM sy.note_incident(p_agency, p_stream, 'BADHASH', format('%s-%s', p_first, last));
    END IF;
    IF answer IS NOT NULL THEN
        RETURN NEXT; RETURN;
    END IF;
    -- The agency's row last, and held to the commit: whoever sees position p has seen everything below it.
    SELECT h.head_pos, h.digest INTO place, running FROM sy.agency_head h WHERE h.agency = p_agency FOR UPDATE;
    skipped := least(s.head_seq - p_first + 1, n);
    digests := sy.digests_after(running, p_hashes[skipped + 1:n]);
    INSERT INTO sy.event (agency, pos, stream, seq, at_us, kind, version, subject, payload, hash, digest)
    SELECT p_agency, place + u.ord - skipped, p_stream, p_first + u.ord - 1, u.at_us, u.kind, u.version, u.subject,
           u.payload, u.hash, digests[u.ord - skipped]
    FROM unnest(p_at_us, p_kinds, p_versions, p_subjects, p_payloads, p_hashes)
         WITH ORDINALITY AS u (at_us, kind, version, subject, payload, hash, ord)
    WHERE u.ord > skipped;
    UPDATE sy.agency_head h SET head_pos = place + n - skipped, digest = coalesce(digests[n - skipped], running)
    WHERE h.agency = p_agency;
    UPDATE sy.stream t SET head_seq = s.head_seq + n - skipped,
                           head_hash = CASE WHEN n > skipped THEN p_hashes[n] ELSE s.head_hash END,
                           prev_fence = s.fence, prev_seq = p_first - 1, fence = fresh
    WHERE t.agency = p_agency AND t.stream = p_stream
    RETURNING t.head_seq, t.head_hash, t.fence INTO head_seq, head_hash, fence;
    answer := 'OK';
    RETURN NEXT;
END $$;
