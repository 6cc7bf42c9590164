-- What people ask for by the rights of the UK GDPR.
create table rights_request (
    id                uuid        primary key,
    child_id          text        not null,
    kind              text        not null,
    state             text        not null,
    received_on       date        not null,
    -- The day from which the month runs: that of receipt, or that on which evidence of identity came.
    clock_from        date        not null,
    due_on            date        not null,
    extended_because  text,
    requester         text        not null,
    capacity          text        not null,
    contact           text        not null,
    destination       text,
    asked             text        not null,
    confirmed_by      text,
    confirmed_how     text,
    confirmed_at      timestamptz,
    ground            text,
    decided_by        text,
    decided_because   text,
    decided_at        timestamptz,
    created_at        timestamptz not null,
    finished_at       timestamptz
);
create index rights_request_by_child on rights_request (child_id);
create index rights_request_open on rights_request (due_on) where state in ('RECEIVED', 'CONFIRMED', 'GRANTED');
create index rights_request_by_time on rights_request (created_at);

-- Who did what when. Append-only, except that an erasure takes out the words, which may name the person.
create table rights_request_event (
    request_id uuid        not null,
    seq        bigint      generated always as identity,
    at         timestamptz not null,
    who        text        not null,
    what       text        not null,
    words      text        not null,
    primary key (request_id, seq)
);

create function refuse_change_of_rights_request_event() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and current_setting('gateway.erasure', true) = 'on'
       and (new.request_id, new.seq, new.at, new.who, new.what) = (old.request_id, old.seq, old.at, old.who, old.what) then
        return new;
    end if;
    raise exception 'the log of a request is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger rights_request_event_append_only before update or delete on rights_request_event
    for each row execute function refuse_change_of_rights_request_event();
create trigger rights_request_event_no_truncate before truncate on rights_request_event
    for each statement execute function refuse_change_of_rights_request_event();
