-- The digest at a position of the feed; NULL where the feed does not reach.
CREATE FUNCTION sy.digest_at(p_agency text, p_pos bigint) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN p_pos = 0 THEN decode(repeat('00', 32), 'hex')
                ELSE (SELECT e.digest FROM sy.event e WHERE e.agency = p_agency AND e.pos = p_pos) END
    WHERE sy.may_read(p_agency)
$$;

-- The feed after a position, in order, as much as 4 MB. The payload of what the caller says it holds stays here. A row
-- without a position says that there is nothing more, with the digest at p_after; none at all, that the caller may not read.
CREATE FUNCTION sy.pull(p_agency text, p_after bigint, p_limit integer, p_own bytea, p_own_seq bigint)
RETURNS TABLE (pos bigint, stream bytea, seq bigint, at_us bigint, kind text, version integer, subject text,
               payload bytea, hash bytea, digest bytea, epoch uuid, head_pos bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT e.pos, e.stream, e.seq, e.at_us, e.kind, e.version, e.subject, CASE WHEN NOT e.is_held THEN e.payload END,
           e.hash, coalesce(e.digest, sy.digest_at(p_agency, p_after)), v.server_epoch, coalesce(h.head_pos, 0)
    FROM sy.server v
    LEFT JOIN sy.agency_head h ON h.agency = p_agency
    LEFT JOIN LATERAL (
        SELECT y.*, sum(CASE WHEN y.is_held THEN 0 ELSE octet_length(y.payload) END) OVER (ORDER BY y.pos) AS bytes,
               row_number() OVER (ORDER BY y.pos) AS ord
        FROM (SELECT x.*, x.stream = p_own AND x.seq <= p_own_seq AS is_held
              FROM sy.event x WHERE x.agency = p_agency AND x.pos > p_after
              ORDER BY x.pos LIMIT least(greatest(p_limit, 1), 5000)) y
    ) e ON e.bytes <= 4000000 OR e.ord = 1
    WHERE sy.may_read(p_agency)
    ORDER BY e.pos
$$;
