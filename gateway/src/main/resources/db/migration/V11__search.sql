-- Only patients and the directory are searched for without knowing the child. Everything else is filtered among the few
-- resources of a child, by primary key: an index over its tokens would cost each write and help no search.
drop index resource_by_token;
create index resource_by_token on resource using gin (tokens) where child_id = '' or type = 'Patient';

create extension if not exists pg_trgm;

-- Values of search parameters that are not only equal or not. Whoever writes a resource writes these with it.
create table resource_text (
    child_id  text not null,
    type      text not null,
    id        text not null,
    parameter text not null,
    normal    text collate "C" not null,
    exact     text collate "C" not null
);
create index resource_text_of_resource on resource_text (child_id, type, id);
create index resource_text_by_prefix on resource_text (parameter, normal) where child_id = '' or type = 'Patient';
create index resource_text_by_part on resource_text using gin (normal gin_trgm_ops) where child_id = '' or type = 'Patient';

-- From the first instant to the first one after it; infinite where a period is open.
create table resource_range (
    child_id  text        not null,
    type      text        not null,
    id        text        not null,
    parameter text        not null,
    low       timestamptz not null,
    high      timestamptz not null
);
create index resource_range_of_resource on resource_range (child_id, type, id);
create index resource_range_by_low on resource_range (parameter, low, high) where child_id = '' or type = 'Patient';

create table resource_quantity (
    child_id  text    not null,
    type      text    not null,
    id        text    not null,
    parameter text    not null,
    value     numeric not null,
    system    text    not null,
    code      text    not null,
    unit      text    not null
);
create index resource_quantity_of_resource on resource_quantity (child_id, type, id);

-- How far the search values have been written for the definitions of this fingerprint.
create table search_reindex (
    fingerprint text        primary key,
    last_child  text        not null,
    finished    boolean     not null,
    changed_at  timestamptz not null
);
