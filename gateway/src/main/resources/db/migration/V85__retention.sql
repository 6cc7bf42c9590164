-- What retention and legal holds have to know of each child, kept in the transaction of its record, and what the schedule
-- says of it: so that what is due among a hundred thousand is one statement.
create table retention_child (
    child_id       text        primary key,
    birth_date     date,
    death_date     date,
    adoption_order date,
    last_contact   date,
    -- One element for each service; without a closing day it is open.
    services       text[]      not null,
    opened         date[]      not null,
    closed         date[]      not null,
    rows_missing   boolean     not null,
    -- What a legal hold can be laid on.
    families       text[]      not null,
    workers        text[]      not null,
    teams          text[]      not null,
    places         text[]      not null,
    first_on       date,
    last_on        date,
    -- What the schedule of this version says.
    outcome        text        not null check (outcome in ('OPEN', 'DATED', 'REVIEW')),
    -- First day on which it may be disposed of; for REVIEW the longest that can be defended, to be shown.
    dispose_from   date,
    review_on      date,
    record_class   text,
    reasons        text[]      not null,
    schedule       text        not null,
    worked_out_at  timestamptz not null
);
create index retention_child_due on retention_child (dispose_from, child_id) where outcome = 'DATED';
create index retention_child_review on retention_child (review_on, child_id) where review_on is not null;
create index retention_child_families on retention_child using gin (families);
create index retention_child_workers on retention_child using gin (workers);
create index retention_child_places on retention_child using gin (places);
create index retention_child_schedule on retention_child (schedule);
