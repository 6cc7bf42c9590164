-- Messages from MESH mailboxes: stored before they are acknowledged, so that nothing is lost between the two.
create table mesh_message (
    mailbox         text        not null,
    message_id      text        not null,
    state           text        not null check (state in ('RECEIVED', 'HANDLED', 'UNKNOWN_CONTENT')),
    workflow        text,
    local_id        text,
    headers         jsonb       not null,
    body            bytea       not null,
    received_at     timestamptz not null,
    acknowledged_at timestamptz,
    handled_at      timestamptz,
    attempts        integer     not null default 0,
    last_error      text,
    primary key (mailbox, message_id)
);
create index mesh_message_open on mesh_message (mailbox, state, received_at) where state <> 'HANDLED';
create index mesh_message_handled on mesh_message (mailbox, handled_at) where state = 'HANDLED';

create table mesh_mailbox_state (
    mailbox           text primary key,
    last_handshake_at timestamptz,
    last_poll_at      timestamptz,
    last_failure_at   timestamptz,
    last_failure      text
);
