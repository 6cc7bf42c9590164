-- An erasure, from the wish to the certificate. The state is written with what it says was done, in one transaction.
create table erasure (
    id               uuid        primary key,
    -- Empty from the certificate on.
    child_id         text,
    pseudonym        text        not null,
    cause            text        not null check (cause in ('DISPOSAL', 'REQUEST')),
    request_id       uuid,
    state            text        not null check (state in
        ('ASKED', 'APPROVED', 'WITHDRAWING', 'ERASED', 'DONE', 'STOPPED', 'REFUSED')),
    asked_by         text        not null,
    asked_at         timestamptz not null,
    because          text        not null,
    approved_by      text,
    approved_at      timestamptz,
    -- As the council had marked it, should the erasure be stopped.
    was_restricted   boolean,
    -- Whom it is about, for what follows the transaction of the erasure; empty from the certificate on.
    person           text,
    withdrawals      text,
    erased_at        timestamptz,
    ended_because    text,
    finished_at      timestamptz,
    certificate      text,
    certificate_hash text,
    check (approved_by is null or approved_by <> asked_by),
    check (state <> 'DONE' or (child_id is null and person is null and certificate is not null))
);
create unique index erasure_open on erasure (child_id) where state in ('ASKED', 'APPROVED', 'WITHDRAWING', 'ERASED');
create index erasure_latest on erasure (asked_at);
create index erasure_request on erasure (request_id) where request_id is not null;

create table erasure_removed (
    erasure_id uuid    not null,
    room       text    not null,
    place      text    not null,
    number     bigint  not null,
    -- Rows that stay under the pseudonym.
    kept       boolean not null,
    primary key (erasure_id, room, place, kept)
);

-- Whoever stands here does not come back with the next extract. Keyed hashes alone.
create table erasure_tombstone (
    keyed_hash  text        primary key,
    erasure_id  uuid        not null,
    made_at     timestamptz not null,
    -- A statutory duty began anew: the record is held again, for CP-IS alone.
    returned_at timestamptz
);
create index erasure_tombstone_erasure on erasure_tombstone (erasure_id);

-- What stands for a child in an address of the console.
create table child_token (
    token    uuid        primary key,
    child_id text        not null unique,
    made_at  timestamptz not null
);
