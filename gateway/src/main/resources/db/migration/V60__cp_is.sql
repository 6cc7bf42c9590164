-- What a child's rows say to CP-IS, so that birthdays and ends are seen without another extract. Only of children who
-- have, or had, a plan or a period of care.
create table cpis_child (
    child_id     text primary key,
    source       text        not null,
    team_id      text,
    team_name    text,
    evaluated_on date        not null,
    updated_at   timestamptz not null
);
create index cpis_child_by_day on cpis_child (evaluated_on);

-- What follows from it today: of the child, and of its mother for a plan that began before the birth.
create table cpis_status (
    child_id        text        not null,
    ordinal         smallint    not null,
    -- The council's id of whom it is about.
    person_id       text        not null,
    outcome         text        not null check (outcome in ('IN_SCOPE', 'OUT_OF_SCOPE', 'NEEDS_ATTENTION')),
    nhs_number      text,
    -- What CP-IS should hold of the person on this account.
    person          text,
    reason          text,
    problems        text[]      not null default '{}',
    -- Identity as the council has it, for the disclosure decision.
    identity_number text,
    verification    text        not null,
    restricted      boolean     not null,
    birth_date      date,
    since           timestamptz not null,
    primary key (child_id, ordinal)
);
create index cpis_status_person on cpis_status (person_id);
create index cpis_status_number on cpis_status (nhs_number) where nhs_number is not null;

-- What CP-IS has last acknowledged of a person under a number.
create table cpis_held (
    person_id       text        not null,
    nhs_number      text        not null,
    person          text        not null,
    file            bigint      not null,
    acknowledged_at timestamptz not null,
    primary key (person_id, nhs_number)
);
create index cpis_held_number on cpis_held (nhs_number);

create table cpis_inactive_number (
    nhs_number  text primary key,
    replacement text,
    message_id  text        not null,
    notified_at timestamptz not null
);

-- Plans that a person has ordered to be removed from CP-IS; kept out of uploads until the order is revoked.
create table cpis_withdrawal (
    person_id   text        not null,
    plan_type   text        not null,
    plan_id     text        not null,
    cause       text        not null,
    ordered_by  text        not null,
    why         text        not null,
    ordered_at  timestamptz not null,
    revoked_by  text,
    revoked_at  timestamptz,
    primary key (person_id, plan_type, plan_id, ordered_at)
);

-- An order to bring CP-IS in line with the record of a person as it now stands. States of a delivery.
create table cpis_upload (
    person_id       text        not null,
    seq             bigint      generated always as identity,
    id              uuid        not null unique,
    state           text        not null,
    cause           text        not null,
    due_on          date        not null,
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        int         not null default 0,
    -- Headline of the decision, or what a person has to settle.
    reason          text,
    ledger_id       uuid,
    file            bigint,
    -- What CP-IS said of it.
    code            text,
    words           text,
    -- CP-IS must not be asked again by itself (CPR02).
    manual          boolean     not null default false,
    -- A person has ordered that the same content be sent again.
    repeat_same     boolean     not null default false,
    resubmits       uuid,
    closed_by       text,
    closed_because  text,
    finished_at     timestamptz,
    primary key (person_id, seq)
);
create unique index cpis_upload_waiting on cpis_upload (person_id) where state in ('PENDING', 'HELD');
create index cpis_upload_open on cpis_upload (person_id, seq)
    where state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD');
create index cpis_upload_by_day on cpis_upload using brin (due_on);

-- How many became due, counted where they are written and only added to.
create table cpis_due (
    id      bigint generated always as identity primary key,
    due_on  date not null,
    counted int  not null,
    cause   text not null
);
create index cpis_due_by_day on cpis_due (due_on);

-- A file, written down before it is sent: number and content belong together for good.
create table cpis_file (
    sequence       bigint primary key check (sequence > 0),
    local_id       text        not null unique,
    file_name      text        not null,
    state          text        not null,
    records        int         not null,
    content        bytea       not null,
    sha256         bytea       not null,
    created_at     timestamptz not null,
    not_before     timestamptz not null,
    attempts       int         not null default 0,
    attempted_at   timestamptz,
    sent_at        timestamptz,
    message_id     text,
    answered_at    timestamptz,
    -- As CP-IS gave them; -1 where it could not tell.
    code           text,
    processed      bigint,
    failed         bigint,
    problem        text,
    closed_by      text,
    closed_because text
);
alter table cpis_file alter column content set storage external;
create index cpis_file_open on cpis_file (state, sequence);

create table cpis_file_record (
    file        bigint   not null,
    -- From 1, as an XPath into the upload counts.
    position    int      not null,
    upload_id   uuid     not null,
    person_id   text     not null,
    nhs_number  text     not null,
    unborn      boolean  not null,
    record      text     not null,
    record_hash bytea    not null,
    outcome     text     not null default 'OPEN' check (outcome in ('OPEN', 'ACCEPTED', 'REFUSED', 'UNCERTAIN')),
    code        text,
    -- Codes, details and places as they came.
    answer      text,
    primary key (file, position)
);
create index cpis_file_record_person on cpis_file_record (person_id, file);
create index cpis_file_record_upload on cpis_file_record (upload_id);

-- Every message CP-IS or MESH sent us about it, and what became of it.
create table cpis_inbound (
    message_id      text primary key,
    kind            text        not null,
    outcome         text        not null,
    file            bigint,
    code            text,
    words           text        not null,
    -- Codes, counts and places as they came.
    details         text        not null,
    sha256          bytea       not null,
    received_at     timestamptz not null,
    needs_person    boolean     not null,
    settled_by      text,
    settled_because text,
    settled_at      timestamptz
);
create index cpis_inbound_open on cpis_inbound (received_at) where needs_person and settled_at is null;
create index cpis_inbound_latest on cpis_inbound (received_at);

-- Someone in unscheduled care has seen a child's record: a task for the child's team.
create table cpis_access (
    id             uuid primary key,
    message_id     text        not null,
    ordinal        int         not null,
    empty          boolean     not null,
    person_id      text,
    nhs_number     text,
    upload_file    bigint,
    total_returned bigint      not null,
    -- Free text and as it came: who, in which role, where, when.
    seen_at        text,
    viewer         text,
    viewer_role    text,
    organisation   text,
    team_id        text,
    team_name      text,
    received_at    timestamptz not null,
    done_by        text,
    done_note      text,
    done_at        timestamptz,
    unique (message_id, ordinal)
);
create index cpis_access_person on cpis_access (person_id, received_at);
create index cpis_access_open on cpis_access (received_at) where done_at is null;

-- What people have done here, and why. Only added to.
create table cpis_act (
    id      bigint generated always as identity primary key,
    done_at timestamptz not null,
    who     text        not null,
    why     text        not null,
    act     text        not null,
    -- A file, an upload, a person by the council's id, or a message.
    subject text        not null
);
