-- What fires, and what fired last: one row for each rule and thing it is about. Every replica may evaluate; the row says what was said already.
create table alert (
    rule        text        not null,
    -- A destination, a certificate, a machine; empty where the rule is about one thing only. Never a child.
    subject     text        not null,
    kind        text        not null,
    severity    text        not null check (severity in ('CRITICAL', 'WARNING')),
    title       text        not null,
    what_to_do  text        not null,
    page        text        not null,
    -- The cause: how many, and since when.
    counted     bigint      not null,
    since       timestamptz not null,
    fired_at    timestamptz not null,
    notified_at timestamptz not null,
    seen_at     timestamptz not null,
    resolved_at timestamptz,
    primary key (rule, subject)
);

-- What is to be said of an alert by one channel, and whether it was. Written with the change of the alert it tells of.
create table alert_notice (
    id              uuid primary key,
    channel         text        not null,
    kind            text        not null check (kind in ('FIRING', 'STILL_FIRING', 'RESOLVED', 'TEST')),
    rule            text        not null,
    subject         text        not null,
    severity        text        not null,
    title           text        not null,
    what_to_do      text        not null,
    page            text        not null,
    counted         bigint      not null,
    since           timestamptz not null,
    created_at      timestamptz not null,
    state           text        not null check (state in ('PENDING', 'SENT', 'FAILED')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    last_error      text,
    sent_at         timestamptz
);
create index alert_notice_due on alert_notice (next_attempt_at) where state = 'PENDING';
create index alert_notice_latest on alert_notice (created_at);

-- When the rules were last looked at, by whichever replica: one row.
create table alert_evaluation (
    only_row     boolean     primary key default true check (only_row),
    evaluated_at timestamptz not null
);
insert into alert_evaluation (evaluated_at) values ('-infinity');
