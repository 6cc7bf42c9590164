-- Tables of extracts while they are read; dropped afterwards.
create schema intake_stage;

-- The last accepted rows of each person: what a record is derived from again when something it uses changes.
create table child_source (
    child_id     text primary key,
    -- Whether a record is stored; false for a person who is in the extract only as somebody's mother, say.
    has_record   boolean     not null,
    rows         text        not null,
    -- Of the rows and of everything outside them that the record depends on.
    content_hash bytea       not null,
    -- P:professional, T:team, M:mother.
    uses         text[]      not null,
    -- Reading gave findings, which each new extract repeats until the council has mended the rows.
    has_findings boolean     not null,
    -- The batch that changed it last: how a batch that is read again after a crash knows its own work.
    batch_id     uuid        not null,
    updated_at   timestamptz not null
);
create index child_source_uses on child_source using gin (uses);

-- Rows of ssd_professionals (P:id) and ssd_department (T:id).
create table ssd_reference (
    key     text primary key,
    file    text   not null,
    row_no  bigint not null,
    content text   not null
);

-- Children whose record may change because of something outside their rows.
create table child_touched (
    batch_id uuid not null,
    child_id text not null,
    outcome  text check (outcome in ('CHANGED', 'UNCHANGED', 'REJECTED', 'NONE')),
    primary key (batch_id, child_id)
);

create table child_identity (
    child_id   text primary key,
    nhs_number text,
    status     text        not null,
    restricted boolean     not null,
    -- Another person claims the same number: verified for neither.
    disputed   boolean     not null default false,
    batch_id   uuid        not null,
    updated_at timestamptz not null
);
create index child_identity_number on child_identity (nhs_number) where nhs_number is not null;

create table team_directory (
    team_id            text primary key,
    name               text,
    office_hours_phone text,
    emergency_phone    text,
    email              text,
    file               text        not null,
    row_no             bigint      not null,
    batch_id           uuid        not null,
    updated_at         timestamptz not null
);
