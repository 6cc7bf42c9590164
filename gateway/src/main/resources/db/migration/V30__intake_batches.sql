-- A delivered file, from its receipt to its report. Any replica can read it: its bytes stand in the database.
create table intake_batch (
    id                 uuid primary key,
    format             text        not null,
    -- Batches of one lane are read one after another, in the order of their receipt.
    lane               text        not null,
    name               text        not null,
    sha256             bytea       not null,
    size_bytes         bigint      not null,
    state              text        not null check (state in
        ('RECEIVED', 'READING', 'COMPLETED', 'COMPLETED_WITH_REJECTIONS', 'FAILED')),
    received_at        timestamptz not null,
    started_at         timestamptz,
    finished_at        timestamptz,
    children_received  bigint      not null default 0,
    children_changed   bigint      not null default 0,
    children_unchanged bigint      not null default 0,
    children_rejected  bigint      not null default 0,
    rows_read          bigint      not null default 0,
    failure            text,
    -- Who reads it: a reader that finds another name here has been overtaken and stops.
    reader             uuid,
    attempts           integer     not null default 0,
    -- Everything in it has taken effect, only the end was not yet written.
    applied            boolean     not null default false,
    -- Only for a file of the inbox: set once it stands in done/ or failed/ with its report.
    from_inbox         boolean     not null,
    settled_at         timestamptz
);
create index intake_batch_open on intake_batch (lane, received_at, id) where state in ('RECEIVED', 'READING');
create index intake_batch_unsettled on intake_batch (id) where from_inbox and settled_at is null;
create index intake_batch_latest on intake_batch (received_at);

create table intake_content (
    batch_id uuid    not null,
    chunk_no integer not null,
    bytes    bytea   not null,
    primary key (batch_id, chunk_no)
);
-- An archive is compressed already.
alter table intake_content alter column bytes set storage external;

create table intake_finding (
    batch_id    uuid    not null,
    id          bigint  generated always as identity,
    -- FILE: found while the file was read; CHILD: found with a child, and kept when reading resumes after a crash.
    stage       text    not null check (stage in ('FILE', 'CHILD')),
    file        text    not null,
    source_table text   not null,
    row_no      bigint  not null,
    child_id    text    not null default '',
    field       text    not null default '',
    severity    text    not null,
    code        text    not null,
    message     text    not null,
    primary key (batch_id, id)
);
create index intake_finding_child on intake_finding (batch_id, child_id) where stage = 'CHILD';
