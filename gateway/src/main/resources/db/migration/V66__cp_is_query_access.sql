-- Unscheduled accesses of hospitals, each author once in 24 hours: what the list of the last 25 is made of.
create table cpis_query_access (
    person_id       text        not null,
    listed_at       timestamptz not null,
    id              uuid        not null,
    ods_code        text        not null,
    client          text        not null,
    -- Free text of the asking system.
    viewer          text,
    role_profile_id text,
    primary key (person_id, listed_at, id)
);

-- The latest listed access of each author: whoever writes its row lists, everyone else within 24 hours is counted.
create table cpis_query_author (
    person_id text        not null,
    author    text        not null,
    access_id uuid        not null,
    listed_at timestamptz not null,
    last_at   timestamptz not null,
    times     int         not null,
    primary key (person_id, author)
) with (fillfactor = 80);
