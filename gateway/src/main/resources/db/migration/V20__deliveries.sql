-- What is due at a destination: "bring its copy of this child's record in line with the record as it now stands".
create table delivery (
    child_id        text        not null,
    destination     text        not null,
    seq             bigint      generated always as identity,
    id              uuid        not null,
    kind            text        not null,
    state           text        not null,
    cause           text        not null,
    due_on          date        not null,
    created_at      timestamptz not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    lease_owner     uuid,
    lease_until     timestamptz,
    -- Headline and ledger entry of the last decision.
    reason          text,
    ledger_id       uuid,
    -- `Type/id/version/category` of what the open attempt puts: the destination may hold it although nothing was confirmed.
    in_flight       text[]      not null default '{}',
    last_status     int,
    last_error      text,
    resubmits       uuid,
    closed_by       text,
    closed_because  text,
    finished_at     timestamptz,
    primary key (child_id, destination, seq)
) with (fillfactor = 70);
create unique index delivery_by_id on delivery (id);
create index delivery_ready on delivery (destination, next_attempt_at, seq)
    where state in ('PENDING', 'CLEARED', 'RETRYING');
create index delivery_open on delivery (child_id, destination, seq)
    where state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD');
create index delivery_waiting_for_people on delivery (destination, state, created_at) where state in ('HELD', 'DEAD');
create index delivery_by_day on delivery using brin (due_on);

-- One row for each request on the wire, or for one that was cut off or not begun.
create table delivery_attempt (
    delivery_id uuid        not null,
    attempt     int         not null,
    ledger_id   uuid        not null,
    outcome     text        not null,
    status      int,
    error       text,
    started_at  timestamptz not null,
    finished_at timestamptz not null,
    primary key (delivery_id, attempt, started_at, ledger_id)
) partition by range (started_at);
create table delivery_attempt_default partition of delivery_attempt default;
select ensure_month_partitions('delivery_attempt', 2);

-- What each destination holds. Version 0: some version, not known which.
create table recipient_copy (
    child_id    text   not null,
    destination text   not null,
    type        text   not null,
    id          text   not null,
    version     bigint not null,
    category    text   not null,
    primary key (child_id, destination, type, id)
);
create index recipient_copy_of_directory on recipient_copy (type, id)
    where type in ('Organization', 'Practitioner', 'PractitionerRole');

-- How many deliveries became due, counted where they are written and only added to: what the balance is checked against.
create table delivery_due (
    id          bigint      generated always as identity primary key,
    due_on      date        not null,
    destination text        not null,
    counted     int         not null,
    cause       text        not null
);
create index delivery_due_by_day on delivery_due (due_on, destination);
