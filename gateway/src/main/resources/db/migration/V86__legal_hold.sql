-- Orders that nothing may be destroyed: in force from the commit that saves them until they are released.
create table legal_hold (
    id               uuid        primary key,
    name             text        not null,
    -- What the hold rests on: Inquiries Act 2005, litigation, a review.
    authority        text        not null,
    why              text        not null,
    saved_by         text        not null,
    saved_at         timestamptz not null,
    released_by      text,
    released_because text,
    released_at      timestamptz,
    check ((released_at is null) = (released_because is null))
);
create unique index legal_hold_name on legal_hold (lower(name)) where released_at is null;

-- A child is under the hold if any of its lines covers it; with days, only if something happened between them.
create table legal_hold_scope (
    hold_id    uuid not null,
    kind       text not null check (kind in ('CHILD', 'FAMILY', 'SERVICE', 'PLACE', 'WORKER', 'PERIOD', 'QUERY')),
    value      text not null,
    from_day   date,
    until_day  date,
    primary key (hold_id, kind, value)
);
create index legal_hold_scope_child on legal_hold_scope (value) where kind = 'CHILD';

-- Children the lines came to. A child once covered stays so until the release, however its record changes.
create table legal_hold_child (
    child_id text        not null,
    hold_id  uuid        not null,
    since    timestamptz not null,
    primary key (child_id, hold_id)
);
create index legal_hold_child_hold on legal_hold_child (hold_id);
