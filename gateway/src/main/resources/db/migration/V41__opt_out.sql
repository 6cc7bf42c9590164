-- The national opt-out register: apart from every record, read by the disclosure gate alone.
create table opt_out_status (
    nhs_number text primary key,
    status     text        not null check (status in ('NOT_OPTED_OUT', 'OPTED_OUT')),
    checked_at timestamptz not null,
    exchange   bigint      not null
);
create index opt_out_status_age on opt_out_status (checked_at);

-- Numbers somebody wants to be checked with the next file.
create table opt_out_request (
    nhs_number   text primary key,
    requested_at timestamptz not null
);

-- Numbers the service refuses: never sent again, for one of them makes it reject a whole file.
create table opt_out_refused (
    nhs_number text primary key,
    refused_at timestamptz not null,
    reason     text        not null
);

-- One file to the check service and what came of it.
create table opt_out_exchange (
    sequence       bigint primary key,
    month          date        not null,
    month_sequence integer     not null,
    local_id       text        not null unique,
    file_name      text        not null unique,
    state          text        not null check (state in
        ('REQUESTED', 'SENDING', 'SENT', 'UNKNOWN', 'RECEIPTED', 'ANSWERED', 'REJECTED', 'FAILED', 'OVERDUE')),
    split_of       bigint,
    asked          integer     not null,
    returned       integer,
    message_id     text,
    problem        text,
    created_at     timestamptz not null,
    attempted_at   timestamptz,
    answered_at    timestamptz,
    unique (month, month_sequence)
);
create index opt_out_exchange_open on opt_out_exchange (state, sequence)
    where state in ('REQUESTED', 'SENDING', 'SENT', 'UNKNOWN', 'RECEIPTED');

-- Who stands in a file, until it is answered: those the answer leaves out have opted out.
create table opt_out_exchange_number (
    exchange   bigint  not null,
    nhs_number text    not null,
    primary key (exchange, nhs_number)
);
create index opt_out_exchange_number_person on opt_out_exchange_number (nhs_number);
