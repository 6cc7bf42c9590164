-- Objections, consents and restrictions. A row is never deleted, and changed only to say that a later one replaces it.
create table choice (
    nhs_number    text        not null,
    choice        text        not null check (choice in ('object-icr', 'consent', 'restrict')),
    -- Code or family of a destination; '' for all the kind can concern.
    destination   text        not null,
    given_by      text        not null,
    valid_from    date        not null,
    -- Last day on which it counts.
    valid_until   date,
    source_batch  text        not null,
    source_file   text        not null,
    source_row    bigint      not null,
    recorded_at   timestamptz not null,
    replaced_at   timestamptz
);

create unique index choice_current on choice (nhs_number, choice, destination, valid_from) where replaced_at is null;
create index choice_begins on choice (valid_from) where replaced_at is null;
create index choice_ends on choice (valid_until) where replaced_at is null and valid_until is not null;

-- Days whose beginnings and ends of choices the change feed has been told of.
create table choice_boundary (
    day date primary key
);
