-- Who saw what, of whom, when and why: one row for each request, or for each child that a request was about. Rows become
-- FHIR AuditEvents (IHE BALP) when they are read. Append-only; whole months are disposed of by dropping their partition.
create table audit_event (
    -- Empty where no child was identified.
    child_id           text        not null,
    id                 uuid        not null,
    recorded_at        timestamptz not null,
    kind               text        not null,
    interaction        text        not null,
    source             text        not null,
    client_id          text,
    ods_code           text,
    agent_user         text,
    address            text,
    purpose            text,
    result             text        not null,
    code               text,
    resource_type      text,
    resources          text[]      not null,
    query              text,
    decision_ids       uuid[]      not null,
    decision_code      text,
    break_glass_reason text,
    request_id         text,
    primary key (child_id, id, recorded_at)
) partition by range (recorded_at);

comment on column audit_event.query is
    'The request as it came, which may hold an NHS number or a name: stored here and shown to auditors, never logged.';
comment on column audit_event.resources is 'What was shown, as Type/id/_history/version.';

-- Ids are UUID version 7, so that each index is in the order of time: `who saw this child` by the primary key,
-- `what did this organisation look at` and `what happened` by these.
create index audit_event_by_organisation on audit_event (ods_code, id);
create index audit_event_by_id on audit_event (id);
create index audit_event_by_break_glass on audit_event (id) where break_glass_reason is not null;

-- Takes what falls into no month made ahead, so that recording never fails for want of a partition.
create table audit_event_default partition of audit_event default;

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function refuse_change_of_audit();
create trigger audit_event_no_truncate before truncate on audit_event
    for each statement execute function refuse_change_of_audit();
create trigger no_truncate before truncate on audit_event_default
    for each statement execute function refuse_change_of_audit();

-- Makes the month of the given day and as many after it as asked; safe to call at any time from any replica.
create function create_audit_event_partitions(first_day date, months_ahead int) returns void language plpgsql as $$
declare
    month_start date;
    partition   text;
begin
    perform pg_advisory_xact_lock(hashtextextended('audit_event partitions', 0));
    for ahead in 0..months_ahead loop
        month_start := date_trunc('month', first_day)::date + make_interval(months => ahead);
        partition := 'audit_event_' || to_char(month_start, 'YYYY_MM');
        if to_regclass(partition) is null then
            begin
                execute format(
                    'create table %I partition of audit_event for values from (%L) to (%L)',
                    partition,
                    month_start::text || ' 00:00:00+00',
                    (month_start + interval '1 month')::date::text || ' 00:00:00+00');
                execute format(
                    'create trigger no_truncate before truncate on %I for each statement execute function refuse_change_of_audit()',
                    partition);
            exception when check_violation then
                raise warning 'rows of % stand in the default partition', partition;
            end;
        end if;
    end loop;
end
$$;

select create_audit_event_partitions(current_date, 2);
