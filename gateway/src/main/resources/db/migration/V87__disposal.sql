-- A disposal: a list of children whose period is over, asked for by one person, approved by another, done child by child.
create table disposal_run (
    id          uuid        primary key,
    state       text        not null check (state in ('ASKED', 'RUNNING', 'DONE', 'REFUSED')),
    as_of       date        not null,
    schedule    text        not null,
    children    int         not null,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    because     text,
    finished_at timestamptz,
    check (state <> 'RUNNING' or decided_by <> asked_by)
);
create table disposal_item (
    run_id     uuid not null,
    ordinal    int  not null,
    -- The pseudonym once the child is erased.
    child_id   text not null,
    record_class text not null,
    dispose_from date not null,
    state      text not null default 'WAITING' check (state in ('WAITING', 'ERASING', 'ERASED', 'NOT_ERASED')),
    -- Why it was not erased after all.
    reason     text,
    erasure_id uuid,
    primary key (run_id, ordinal)
);
create unique index disposal_item_open on disposal_item (child_id) where state in ('WAITING', 'ERASING');
create index disposal_item_erasure on disposal_item (erasure_id);
