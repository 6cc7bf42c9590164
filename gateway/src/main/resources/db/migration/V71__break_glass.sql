-- Emergency overrides of an objection: short-lived, listed, alarmed. Each request under one stands in the audit.
create table break_glass_grant (
    id         uuid        primary key,
    child_id   text        not null,
    ods_code   text        not null,
    client_id  text        not null,
    -- Empty where the token names no person.
    agent_user text        not null,
    purpose    text        not null,
    reason     text        not null,
    granted_at timestamptz not null,
    expires_at timestamptz not null
);
create index break_glass_grant_by_child on break_glass_grant (child_id, ods_code, expires_at);
create index break_glass_grant_by_time on break_glass_grant (granted_at);

create function refuse_change_of_break_glass() returns trigger language plpgsql as $$
begin
    raise exception 'the list of emergency overrides is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger break_glass_grant_append_only before update or delete on break_glass_grant
    for each row execute function refuse_change_of_break_glass();
create trigger break_glass_grant_no_truncate before truncate on break_glass_grant
    for each statement execute function refuse_change_of_break_glass();
