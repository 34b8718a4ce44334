-- The centre: one feed an agency, written by functions alone (sync.md §2). Run as sy_owner, who cannot log in.
-- Everything that belongs to an agency is partitioned by it; nothing reaches across agencies but the list of stations.

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
    revoked_at timestamptz
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

-- When a station was last here, and how far it had the feed then: what `centre status` calls its lag.
CREATE TABLE sy.seen (
    agency text NOT NULL,
    station uuid NOT NULL,
    seen_at timestamptz NOT NULL DEFAULT now(),
    cursor_pos bigint,
    unsent bigint,
    PRIMARY KEY (agency, station)
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
    FOREACH parent IN ARRAY ARRAY['agency_head', 'stream', 'event', 'seen', 'incident'] LOOP
        FOR part IN 0..15 LOOP
            EXECUTE format('CREATE TABLE sy.%I PARTITION OF sy.%I FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
                           parent || '_' || part, parent, part);
        END LOOP;
    END LOOP;
END $$;
