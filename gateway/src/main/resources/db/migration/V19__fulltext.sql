-- Children whose records changed, for what follows the store (the full-text index). In the order of transactions: one that
-- commits late is not overlooked, as it would be by a sequence alone.
create table record_change (
    tx         bigint      not null default pg_current_xact_id()::text::bigint,
    seq        bigint      generated always as identity,
    child_id   text        not null,
    changed_at timestamptz not null,
    primary key (tx, seq)
);

-- How far each index has followed. An index without a line here is filled from the store.
create table fulltext_position (
    index_id    text        primary key,
    tx          bigint      not null,
    seq         bigint      not null,
    followed_at timestamptz not null
);
