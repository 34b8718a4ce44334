-- Who calls: session_user, for current_user is the owner inside these functions. A revoked station is nobody.
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

-- What a person should look at; the same trouble of the same stream is written down once an hour, whoever insists.
CREATE FUNCTION sy.note_incident(p_agency text, p_stream bytea, p_kind text, p_detail text) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ INSERT INTO sy.incident (agency, station, stream, kind, detail)
   SELECT p_agency, sy.caller(), p_stream, p_kind, p_detail
   WHERE NOT EXISTS (SELECT FROM sy.incident i WHERE i.agency = p_agency AND i.station = sy.caller()
                     AND i.stream = p_stream AND i.kind = p_kind AND i.at > now() - interval '1 hour') $$;

-- No row: the caller may not read this agency. The station says how far it has the feed and how much it has to send.
CREATE FUNCTION sy.hello(p_agency text, p_cursor bigint, p_unsent bigint)
RETURNS TABLE (epoch uuid, min_protocol integer, max_protocol integer, station text, now_us bigint,
               head_pos bigint, digest bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT sy.may_read(p_agency) THEN
        RETURN;
    END IF;
    INSERT INTO sy.seen AS n (agency, station, cursor_pos, unsent) VALUES (p_agency, sy.caller(), p_cursor, p_unsent)
    ON CONFLICT ON CONSTRAINT seen_pkey DO UPDATE
    SET seen_at = now(), cursor_pos = excluded.cursor_pos, unsent = excluded.unsent
    WHERE n.seen_at < now() - interval '15 seconds';
    RETURN QUERY
        SELECT v.server_epoch, v.min_protocol, v.max_protocol, s.name,
               (extract(epoch FROM clock_timestamp()) * 1000000)::bigint,
               coalesce(h.head_pos, 0), coalesce(h.digest, decode(repeat('00', 32), 'hex'))
        FROM sy.server v JOIN sy.station s ON s.id = sy.caller()
        LEFT JOIN sy.agency_head h ON h.agency = p_agency;
END $$;
