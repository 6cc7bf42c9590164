-- Subject access packs: what was put together, what a person decided about each thing that concerns others, what was released.
create table rights_pack (
    request_id  uuid        primary key,
    child_id    text        not null,
    prepared_at timestamptz not null,
    prepared_by text        not null,
    -- Sections in plain words, as JSON, and what is held as a FHIR Bundle. Emptied when the pack is released.
    sections    text        not null,
    bundle      text        not null,
    released_at timestamptz,
    released_by text,
    -- The encrypted archive and its hash; its password is shown once and stands nowhere.
    archive     bytea,
    sha256      text
);
create index rights_pack_by_child on rights_pack (child_id);

create table rights_pack_item (
    request_id uuid not null,
    number     int  not null,
    reference  text not null,
    element    text not null,
    -- Heading the item stands under.
    heading    text not null,
    label      text not null,
    -- What is decided about; emptied when the pack is released, so that what was redacted stands here no more.
    value      text not null,
    reason     text not null,
    release    boolean,
    because    text,
    decided_by text,
    decided_at timestamptz,
    primary key (request_id, number)
);
