-- The centre as a register: the dossiers of all agencies as their feeds fold, and what the router remembers. Written by
-- the fold worker alone (group sy_router); stations see nothing of it. One row lock an agency lets two workers share.

CREATE SCHEMA rg;

CREATE INDEX ON sy.event (agency, subject, pos);

CREATE TABLE rg.folded (agency text PRIMARY KEY, pos bigint NOT NULL DEFAULT 0);

-- Which agencies a dossier concerns once one of them has handed it to another.
CREATE TABLE rg.party (uid text NOT NULL, agency text NOT NULL, PRIMARY KEY (uid, agency));

-- The uids of events that an agency's feed has as copies: a second copy is never made.
CREATE TABLE rg.routed (agency text NOT NULL, uid text NOT NULL, PRIMARY KEY (agency, uid));

-- The router's own stream in each agency's feed: its chain has no holes, as anybody's.
CREATE TABLE rg.router_stream (
    agency text PRIMARY KEY,
    stream bytea NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    fence uuid NOT NULL
);

CREATE TABLE rg.dossier (
    uid text PRIMARY KEY,
    ref text NOT NULL,
    code text NOT NULL,
    compact text NOT NULL,
    agency text NOT NULL,
    day date NOT NULL,
    serial integer NOT NULL,
    counter integer NOT NULL,
    stage integer NOT NULL,
    procedure_code text NOT NULL,
    procedure_name text NOT NULL,
    field text NOT NULL,
    channel text NOT NULL,
    on_site_five boolean NOT NULL,
    owner_name text NOT NULL,
    owner_sort text NOT NULL,
    owner_number text NOT NULL,
    owner_birth date,
    owner_phone text NOT NULL,
    person_key text NOT NULL,
    search_key text NOT NULL,
    received_at bigint NOT NULL,
    due_at bigint,
    original_due_at bigint,
    finished_at bigint,
    returned_at bigint,
    needs_person boolean NOT NULL,
    holder text NOT NULL,
    is_on_the_way boolean NOT NULL,
    deadline bigint,
    search tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(search_key, ' '))) STORED
);
CREATE INDEX ON rg.dossier (code);
CREATE INDEX ON rg.dossier (agency, received_at);
CREATE INDEX ON rg.dossier USING gin (search);

GRANT USAGE ON SCHEMA rg TO sy_router;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA rg TO sy_router;
