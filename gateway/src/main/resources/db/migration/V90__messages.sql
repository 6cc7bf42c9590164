-- Deliveries and batches that changed, for what follows them (the index of messages). In the order of transactions, so that
-- one that commits late is not overlooked. A decision is found with its delivery: both change in one transaction.
create table message_change (
    tx         bigint      not null default pg_current_xact_id()::text::bigint,
    seq        bigint      generated always as identity,
    what       text        not null check (what in ('DELIVERY', 'BATCH')),
    id         uuid        not null,
    changed_at timestamptz not null default now(),
    primary key (tx, seq)
);

-- How far each index has followed. An index without a line here is filled from the store.
create table message_position (
    index_id    text        primary key,
    tx          bigint      not null,
    seq         bigint      not null,
    followed_at timestamptz not null
);

-- One statement for a whole batch of deliveries: the outbox writes and moves them in batches.
create function note_new_deliveries() returns trigger language plpgsql as $$
begin
    insert into message_change (what, id) select 'DELIVERY', id from written;
    return null;
end
$$;
create trigger delivery_noted after insert on delivery referencing new table as written
    for each statement execute function note_new_deliveries();

-- What passes in a moment (a lease, the state while it is being sent) is not worth a note.
create function note_moved_deliveries() returns trigger language plpgsql as $$
begin
    insert into message_change (what, id)
    select 'DELIVERY', w.id
      from written w
      join former f on f.child_id = w.child_id and f.destination = w.destination and f.seq = w.seq
     where w.state <> 'CLEARED'
       and (w.state, w.ledger_id, w.last_status, w.last_error)
           is distinct from (f.state, f.ledger_id, f.last_status, f.last_error);
    return null;
end
$$;
create trigger delivery_moved after update on delivery referencing old table as former new table as written
    for each statement execute function note_moved_deliveries();

create function note_removed_deliveries() returns trigger language plpgsql as $$
begin
    insert into message_change (what, id) select 'DELIVERY', id from former;
    return null;
end
$$;
create trigger delivery_removed after delete on delivery referencing old table as former
    for each statement execute function note_removed_deliveries();

create function note_batch() returns trigger language plpgsql as $$
begin
    insert into message_change (what, id) values ('BATCH', new.id);
    return null;
end
$$;
create trigger batch_received after insert on intake_batch for each row execute function note_batch();
create trigger batch_moved after update on intake_batch for each row
    when (old.state is distinct from new.state) execute function note_batch();

-- What people did with deliveries, who and why. The id is the one-time token of the form: the same click again finds it here.
create table message_act (
    id           uuid        primary key,
    done_at      timestamptz not null,
    act          text        not null check (act in ('RETRY', 'RESUBMIT', 'DISCARD', 'RELEASE')),
    delivery_id  uuid        not null,
    who          text        not null,
    why          text        not null,
    via          text        not null,
    -- The delivery that replaces a resubmitted one.
    successor    uuid,
    bulk_id      uuid,
    confirmed_by text
);
create index message_act_of_delivery on message_act (delivery_id, done_at);
create index message_act_by_time on message_act (done_at desc, id);

create function refuse_change_of_message_act() returns trigger language plpgsql as $$
begin
    raise exception 'the log of acts is not changed' using errcode = 'insufficient_privilege';
end
$$;
create trigger message_act_unchanged before update on message_act
    for each row execute function refuse_change_of_message_act();

-- One act on many deliveries, as it was previewed. A discard needs a second person.
create table message_bulk (
    id           uuid        primary key,
    act          text        not null check (act in ('RETRY', 'RESUBMIT', 'DISCARD', 'RELEASE')),
    state        text        not null check (state in ('ASKED', 'RUNNING', 'DONE', 'REFUSED', 'STOPPED')),
    asked_by     text        not null,
    asked_at     timestamptz not null,
    why          text        not null,
    via          text        not null,
    -- Which deliveries were searched for, in words.
    criteria     text        not null,
    needs_second boolean     not null,
    second_by    text,
    second_at    timestamptz,
    ended_at     timestamptz,
    check (not needs_second or state in ('ASKED', 'REFUSED') or second_by is not null),
    check (state = 'REFUSED' or lower(second_by) is distinct from lower(asked_by))
);
create index message_bulk_open on message_bulk (asked_at) where state in ('ASKED', 'RUNNING');
create index message_bulk_latest on message_bulk (asked_at desc);

create table message_bulk_item (
    bulk_id     uuid not null,
    position    int  not null,
    delivery_id uuid not null,
    state       text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'SKIPPED')),
    words       text,
    primary key (bulk_id, position)
);
create index message_bulk_item_waiting on message_bulk_item (bulk_id, position) where state = 'WAITING';
