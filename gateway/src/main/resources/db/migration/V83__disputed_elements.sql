-- Marks that the stored bytes of a resource carry, besides what its mapper wrote: elements that a person disputes.
create table record_mark (
    child_id text   not null,
    type     text   not null,
    id       text   not null,
    elements text[] not null,
    primary key (child_id, type, id)
);

-- What a person asks to have put right.
create table rights_disputed_element (
    request_id        uuid        not null,
    child_id          text        not null,
    type              text        not null,
    id                text        not null,
    element           text        not null,
    -- Of the disputed value: another one means that the case system has corrected it.
    value_hash        bytea       not null,
    -- Destinations that held the resource when it was disputed, and organisations that had been shown it.
    holders           text[]      not null,
    readers           text[]      not null,
    disputed_at       timestamptz not null,
    disputed_by       text        not null,
    -- Version of the resource that no longer holds the disputed value; 0 where it vanished.
    corrected_version bigint,
    corrected_at      timestamptz,
    -- Refused or taken back.
    closed_at         timestamptz,
    primary key (request_id, type, id, element)
);
create index rights_disputed_element_open on rights_disputed_element (child_id)
    where corrected_at is null and closed_at is null;
