-- The last accepted entry of each child in a Child in Need Census: with the rows of child_source what its record is
-- derived from.
create table child_census (
    child_id       text primary key,
    -- An earlier census never replaces a later one.
    reference_date date        not null,
    content        text        not null,
    content_hash   text        not null,
    batch_id       uuid        not null,
    updated_at     timestamptz not null
);
