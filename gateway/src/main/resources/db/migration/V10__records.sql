-- What decisions and routing need to know of a child. Whoever saves a record locks its row here first.
create table child (
    child_id            text        primary key,
    nhs_number          text,
    verification_status text        not null,
    birth_date          date,
    postcode_area       text,
    restricted          boolean     not null,
    record_version      bigint      not null,
    changed_at          timestamptz not null
);
create index child_by_nhs_number on child (nhs_number) where nhs_number is not null;

-- Other persons whom some resource is about: a change about the mother concerns the child's record.
create table child_other_person (
    child_id            text    not null,
    person_id           text    not null,
    nhs_number          text,
    verification_status text    not null,
    restricted          boolean not null,
    primary key (child_id, person_id)
);
create index child_other_person_by_nhs_number on child_other_person (nhs_number) where nhs_number is not null;

-- Current resources. Directory resources, shared by many children, have the empty child_id.
create table resource (
    child_id     text        not null,
    type         text        not null,
    id           text        not null,
    version      bigint      not null,
    last_updated timestamptz not null,
    category     text        not null,
    about_person text,
    hash         bytea       not null,
    content      bytea       not null,
    tokens       text[]      not null,
    refs         text[]      not null,
    primary key (child_id, type, id)
);
create unique index resource_by_id on resource (type, id);
-- The type is inside each token, so one index answers `CarePlan.status|active` without a second condition.
create index resource_by_token on resource using gin (tokens);

-- Older versions, and deletions as versions without content.
create table resource_history (
    child_id      text        not null,
    type          text        not null,
    id            text        not null,
    version       bigint      not null,
    last_updated  timestamptz not null,
    category      text        not null,
    about_person  text,
    content       bytea,
    superseded_at timestamptz not null,
    primary key (child_id, type, id, version, superseded_at)
) partition by range (superseded_at);
create table resource_history_default partition of resource_history default;

-- Makes the partitions of this month and of the months ahead; those that exist stay as they are.
create function ensure_month_partitions(parent text, months_ahead int) returns void language plpgsql as $$
declare
    first_day date;
begin
    for i in 0..months_ahead loop
        first_day := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => i))::date;
        execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
            parent || '_' || to_char(first_day, 'YYYY_MM'), parent,
            first_day || ' 00:00:00+00', (first_day + interval '1 month')::date || ' 00:00:00+00');
    end loop;
end $$;
select ensure_month_partitions('resource_history', 2);
