-- The centre: one feed an agency, written by functions alone (sync.md §2). Run by the owner of the database.
-- Everything that belongs to an agency is partitioned by it; nothing reaches across agencies but the list of stations.

CREATE SCHEMA sy;

CREATE TABLE sy.server (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    server_epoch uuid NOT NULL DEFAULT gen_random_uuid(),
    min_protocol integer NOT NULL DEFAULT 1,
    max_protocol integer NOT NULL DEFAULT 1
);
INSERT INTO sy.server DEFAULT VALUES;

CREATE TABLE sy.station (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL UNIQUE,
    login name NOT NULL UNIQUE,
    is_router boolean NOT NULL DEFAULT false,
    added_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    seen_at timestamptz
);

CREATE TABLE sy.station_scope (
    station uuid NOT NULL REFERENCES sy.station,
    agency text NOT NULL,
    can_push boolean NOT NULL,
    PRIMARY KEY (station, agency)
);

CREATE TABLE sy.agency_head (
    agency text NOT NULL PRIMARY KEY,
    head_pos bigint NOT NULL DEFAULT 0,
    digest bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex')
) PARTITION BY HASH (agency);

CREATE TABLE sy.stream (
    agency text NOT NULL,
    stream bytea NOT NULL CHECK (octet_length(stream) = 16),
    station uuid NOT NULL,
    counter integer NOT NULL,
    extra integer NOT NULL,
    head_seq bigint NOT NULL DEFAULT 0,
    head_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    fence uuid NOT NULL DEFAULT gen_random_uuid(),
    prev_fence uuid,
    prev_seq bigint NOT NULL DEFAULT 0,
    is_quarantined boolean NOT NULL DEFAULT false,
    opened_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (agency, stream)
) PARTITION BY HASH (agency);

CREATE TABLE sy.event (
    agency text NOT NULL,
    pos bigint NOT NULL,
    stream bytea NOT NULL,
    seq bigint NOT NULL,
    at_us bigint NOT NULL,
    kind text NOT NULL,
    version integer NOT NULL,
    subject text NOT NULL,
    payload bytea NOT NULL,
    hash bytea NOT NULL,
    digest bytea NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (agency, pos),
    UNIQUE (agency, stream, seq)
) PARTITION BY HASH (agency);

CREATE TABLE sy.incident (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    agency text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    station uuid,
    stream bytea,
    kind text NOT NULL,
    detail text NOT NULL DEFAULT '',
    PRIMARY KEY (agency, id)
) PARTITION BY HASH (agency);

DO $$
DECLARE part integer; parent text;
BEGIN
    FOREACH parent IN ARRAY ARRAY['agency_head', 'stream', 'event', 'incident'] LOOP
        FOR part IN 0..15 LOOP
            EXECUTE format('CREATE TABLE sy.%I PARTITION OF sy.%I FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
                           parent || '_' || part, parent, part);
        END LOOP;
    END LOOP;
END $$;

-- Who calls. session_user, for current_user is the owner inside these functions; a revoked station is nobody.
CREATE FUNCTION sy.caller() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ SELECT id FROM sy.station WHERE login = session_user AND revoked_at IS NULL $$;

CREATE FUNCTION sy.may_read(p_agency text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$$ SELECT EXISTS (SELECT FROM sy.station s LEFT JOIN sy.station_scope c ON c.station = s.id AND c.agency = p_agency
                  WHERE s.id = sy.caller() AND (s.is_router OR c.agency IS NOT NULL)) $$;

CREATE FUNCTION sy.may_push(p_agency text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$$ SELECT EXISTS (SELECT FROM sy.station s LEFT JOIN sy.station_scope c ON c.station = s.id AND c.agency = p_agency
                  WHERE s.id = sy.caller() AND (s.is_router OR c.can_push)) $$;

CREATE FUNCTION sy.note_incident(p_agency text, p_stream bytea, p_kind text, p_detail text) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ INSERT INTO sy.incident (agency, station, stream, kind, detail)
   VALUES (p_agency, sy.caller(), p_stream, p_kind, p_detail) $$;

-- No row: the caller may not read this agency.
CREATE FUNCTION sy.hello(p_agency text)
RETURNS TABLE (epoch uuid, min_protocol integer, max_protocol integer, station text, now_us bigint,
               head_pos bigint, digest bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT sy.may_read(p_agency) THEN
        RETURN;
    END IF;
    UPDATE sy.station s SET seen_at = now()
    WHERE s.id = sy.caller() AND (s.seen_at IS NULL OR s.seen_at < now() - interval '1 minute');
    RETURN QUERY
        SELECT v.server_epoch, v.min_protocol, v.max_protocol, s.name,
               (extract(epoch FROM clock_timestamp()) * 1000000)::bigint,
               coalesce(h.head_pos, 0), coalesce(h.digest, decode(repeat('00', 32), 'hex'))
        FROM sy.server v JOIN sy.station s ON s.id = sy.caller()
        LEFT JOIN sy.agency_head h ON h.agency = p_agency;
END $$;

-- A stream begins. Two stations with one counter in one agency: the second is refused, with the first one's name.
CREATE FUNCTION sy.open_stream(p_agency text, p_stream bytea, p_counter integer, p_extra integer)
RETURNS TABLE (answer text, head_seq bigint, head_hash bytea, fence uuid, epoch uuid, rival text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := sy.caller();
    known sy.stream;
    other text;
    this_epoch uuid := (SELECT server_epoch FROM sy.server);
    nothing CONSTANT bytea := decode(repeat('00', 32), 'hex');
BEGIN
    IF NOT sy.may_push(p_agency) THEN
        RETURN QUERY SELECT 'NOT_ALLOWED', 0::bigint, nothing, NULL::uuid, this_epoch, ''; RETURN;
    END IF;
    INSERT INTO sy.agency_head (agency) VALUES (p_agency) ON CONFLICT DO NOTHING;
    PERFORM FROM sy.agency_head h WHERE h.agency = p_agency FOR UPDATE;
    SELECT * INTO known FROM sy.stream t WHERE t.agency = p_agency AND t.stream = p_stream;
    IF FOUND AND (known.station <> me OR known.head_seq > 0 OR known.is_quarantined) THEN
        RETURN QUERY SELECT CASE WHEN known.station <> me THEN 'NOT_ALLOWED' WHEN known.is_quarantined THEN 'FORK'
                                 ELSE 'FENCED' END, known.head_seq, nothing, NULL::uuid, this_epoch, '';
        RETURN;
    END IF;
    SELECT s.name INTO other FROM sy.stream t JOIN sy.station s ON s.id = t.station
    WHERE t.agency = p_agency AND t.counter = p_counter AND t.station <> me AND s.revoked_at IS NULL
      AND NOT s.is_router LIMIT 1;
    IF FOUND AND NOT (SELECT is_router FROM sy.station WHERE id = me) THEN
        PERFORM sy.note_incident(p_agency, p_stream, 'COUNTER_TAKEN', format('counter %s: %s', p_counter, other));
        RETURN QUERY SELECT 'COUNTER_TAKEN', 0::bigint, nothing, NULL::uuid, this_epoch, other; RETURN;
    END IF;
    INSERT INTO sy.stream AS t (agency, stream, station, counter, extra)
    VALUES (p_agency, p_stream, me, p_counter, p_extra)
    ON CONFLICT (agency, stream) DO UPDATE SET fence = gen_random_uuid(), prev_fence = NULL
    RETURNING t.fence INTO fence;
    answer := 'OK'; head_seq := 0; head_hash := nothing; epoch := this_epoch; rival := '';
    RETURN NEXT;
END $$;

-- Appends a batch of one stream. Answers in the order of sync.md §2; whatever is refused, nothing is appended.
CREATE FUNCTION sy.push(p_agency text, p_stream bytea, p_fence uuid, p_first bigint, p_at_us bigint[], p_kinds text[],
                        p_versions integer[], p_subjects text[], p_payloads bytea[], p_hashes bytea[])
RETURNS TABLE (answer text, head_seq bigint, head_hash bytea, fence uuid, epoch uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    n CONSTANT integer := cardinality(p_hashes);
    last CONSTANT bigint := p_first + n - 1;
    s sy.stream;
    place bigint;
    running bytea;
    one bytea;
    digests bytea[] := '{}';
    fresh uuid := gen_random_uuid();
    new_from bigint;
BEGIN
    epoch := (SELECT server_epoch FROM sy.server);
    answer := sy.push_problem(p_agency, p_first, p_at_us, p_kinds, p_versions, p_subjects, p_payloads, p_hashes);
    IF answer IS NOT NULL THEN
        head_seq := 0; RETURN NEXT; RETURN;
    END IF;
    SELECT * INTO s FROM sy.stream t WHERE t.agency = p_agency AND t.stream = p_stream FOR UPDATE;
    IF NOT FOUND THEN
        answer := 'UNKNOWN'; head_seq := 0; RETURN NEXT; RETURN;
    END IF;
    head_seq := s.head_seq; head_hash := s.head_hash;
    IF s.station <> sy.caller() THEN
        answer := 'NOT_ALLOWED'; head_seq := 0; head_hash := NULL;
    ELSIF s.is_quarantined THEN
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
    END IF;
    IF answer IS NOT NULL THEN
        RETURN NEXT; RETURN;
    END IF;
    new_from := s.head_seq + 1;
    IF NOT sy.is_chain(s.head_hash, p_stream, p_first, new_from, p_at_us, p_kinds, p_versions, p_subjects, p_payloads,
                       p_hashes) THEN
        answer := 'BADHASH';
        PERFORM sy.note_incident(p_agency, p_stream, 'BADHASH', format('%s-%s', p_first, last));
        RETURN NEXT; RETURN;
    END IF;
    -- The agency's row last, and held to the commit: whoever sees position p has seen everything below it.
    SELECT h.head_pos, h.digest INTO place, running FROM sy.agency_head h WHERE h.agency = p_agency FOR UPDATE;
    FOREACH one IN ARRAY p_hashes[(new_from - p_first + 1)::integer:n] LOOP
        running := sha256(running || one);
        digests := digests || running;
    END LOOP;
    INSERT INTO sy.event (agency, pos, stream, seq, at_us, kind, version, subject, payload, hash, digest)
    SELECT p_agency, place + b.seq - s.head_seq, p_stream, b.seq, b.at_us, b.kind, b.version, b.subject, b.payload,
           b.hash, d.digest
    FROM (SELECT p_first + u.ord - 1 AS seq, u.* FROM unnest(p_at_us, p_kinds, p_versions, p_subjects, p_payloads, p_hashes)
          WITH ORDINALITY AS u (at_us, kind, version, subject, payload, hash, ord)) b
    JOIN unnest(digests) WITH ORDINALITY AS d (digest, ord) ON d.ord = b.seq - s.head_seq
    WHERE b.seq >= new_from;
    UPDATE sy.agency_head h SET head_pos = place + greatest(last - s.head_seq, 0), digest = running
    WHERE h.agency = p_agency;
    UPDATE sy.stream t SET head_seq = greatest(last, s.head_seq),
                           head_hash = CASE WHEN last > s.head_seq THEN p_hashes[n] ELSE s.head_hash END,
                           prev_fence = s.fence, prev_seq = p_first - 1, fence = fresh
    WHERE t.agency = p_agency AND t.stream = p_stream
    RETURNING t.head_seq, t.head_hash INTO head_seq, head_hash;
    answer := 'OK'; fence := fresh;
    RETURN NEXT;
END $$;

-- What is wrong with a batch whatever the stream; NULL for nothing.
CREATE FUNCTION sy.push_problem(p_agency text, p_first bigint, p_at_us bigint[], p_kinds text[], p_versions integer[],
                                p_subjects text[], p_payloads bytea[], p_hashes bytea[])
RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN NOT sy.may_push(p_agency) THEN 'NOT_ALLOWED'
        WHEN cardinality(p_hashes) > 500 OR (SELECT sum(octet_length(p)) FROM unnest(p_payloads) p) > 1000000
            THEN 'TOO_LARGE'
        WHEN p_first IS NULL OR p_first < 1 OR cardinality(p_hashes) IS NULL OR cardinality(p_hashes) < 1
          OR ARRAY[cardinality(p_at_us), cardinality(p_kinds), cardinality(p_versions), cardinality(p_subjects),
                   cardinality(p_payloads)] <> array_fill(cardinality(p_hashes), ARRAY[5])
          OR EXISTS (SELECT FROM unnest(p_at_us, p_kinds, p_versions, p_subjects, p_payloads, p_hashes)
                     AS u (a, k, v, s, p, h) WHERE u IS NULL OR octet_length(h) <> 32 OR octet_length(k) > 32767
                     OR octet_length(s) > 32767 OR v NOT BETWEEN 0 AND 32767)
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
    ELSIF s.head_seq <> p_seq OR s.head_hash <> p_hash THEN
        answer := 'FORK';
        UPDATE sy.stream t SET is_quarantined = true WHERE t.agency = p_agency AND t.stream = p_stream;
        PERFORM sy.note_incident(p_agency, p_stream, 'FORK', format('rejoin at %s', p_seq));
    ELSE
        UPDATE sy.stream t SET fence = gen_random_uuid(), prev_fence = NULL
        WHERE t.agency = p_agency AND t.stream = p_stream RETURNING t.fence INTO fence;
        answer := 'OK'; head_seq := s.head_seq; head_hash := s.head_hash;
    END IF;
    RETURN NEXT;
END $$;

-- The feed after a position, in order. The payload of what the caller says it holds stays here. A row without a
-- position says that there is nothing more; none at all, that the caller may not read.
CREATE FUNCTION sy.pull(p_agency text, p_after bigint, p_limit integer, p_own bytea, p_own_seq bigint)
RETURNS TABLE (pos bigint, stream bytea, seq bigint, at_us bigint, kind text, version integer, subject text,
               payload bytea, hash bytea, digest bytea, epoch uuid, head_pos bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT e.pos, e.stream, e.seq, e.at_us, e.kind, e.version, e.subject,
           CASE WHEN e.stream = p_own AND e.seq <= p_own_seq THEN NULL ELSE e.payload END,
           e.hash, e.digest, v.server_epoch, coalesce(h.head_pos, 0)
    FROM sy.server v
    LEFT JOIN sy.agency_head h ON h.agency = p_agency
    LEFT JOIN LATERAL (SELECT * FROM sy.event x WHERE x.agency = p_agency AND x.pos > p_after
                       ORDER BY x.pos LIMIT least(p_limit, 5000)) e ON true
    WHERE sy.may_read(p_agency)
    ORDER BY e.pos
$$;

-- The digest at a position of the feed; NULL where the feed does not reach.
CREATE FUNCTION sy.digest_at(p_agency text, p_pos bigint) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN p_pos = 0 THEN decode(repeat('00', 32), 'hex')
                ELSE (SELECT e.digest FROM sy.event e WHERE e.agency = p_agency AND e.pos = p_pos) END
    WHERE sy.may_read(p_agency)
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA sy FROM PUBLIC;

ALTER TABLE sy.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE sy.stream ENABLE ROW LEVEL SECURITY;
ALTER TABLE sy.agency_head ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_agencies ON sy.event FOR SELECT TO sy_station USING (sy.may_read(agency));
CREATE POLICY own_agencies ON sy.stream FOR SELECT TO sy_station USING (sy.may_read(agency));
CREATE POLICY own_agencies ON sy.agency_head FOR SELECT TO sy_station USING (sy.may_read(agency));

GRANT USAGE ON SCHEMA sy TO sy_station;
GRANT SELECT ON sy.event, sy.stream, sy.agency_head, sy.server TO sy_station;
GRANT EXECUTE ON FUNCTION
    sy.may_read(text), sy.hello(text), sy.open_stream(text, bytea, integer, integer),
    sy.push(text, bytea, uuid, bigint, bigint[], text[], integer[], text[], bytea[], bytea[]),
    sy.stream_head(text, bytea), sy.rejoin(text, bytea, bigint, bytea),
    sy.pull(text, bigint, integer, bytea, bigint), sy.digest_at(text, bigint) TO sy_station;
