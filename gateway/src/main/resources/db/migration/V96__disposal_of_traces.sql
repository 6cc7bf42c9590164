-- The gateway's own traces (ledger, audit, books, bodies of messages, files, reports) go when their period is over.

-- Of whom nothing goes, however old: a legal hold covers the child, a request is open, or an erasure is under way.
create view kept_child as
    select c.child_id from legal_hold_child c join legal_hold h on h.id = c.hold_id and h.released_at is null
    union
    select s.value from legal_hold_scope s join legal_hold h on h.id = s.hold_id and h.released_at is null
     where s.kind = 'CHILD'
    union
    select child_id from rights_request where state in ('RECEIVED', 'CONFIRMED', 'GRANTED')
    union
    select child_id from erasure
     where child_id is not null and state in ('ASKED', 'APPROVED', 'WITHDRAWING', 'ERASED');

-- These children, and whoever is held on their account (a mother).
create view kept_person as
    select child_id as person_id from kept_child
    union
    select o.person_id from child_other_person o join kept_child k on k.child_id = o.child_id
    union
    select s.person_id from cpis_status s join kept_child k on k.child_id = s.child_id;

-- And the NHS numbers that stand, or have stood, for them where no id does.
create view kept_number as
    select c.nhs_number from child c join kept_child k on k.child_id = c.child_id where c.nhs_number is not null
    union
    select i.nhs_number from child_identity i join kept_person k on k.person_id = i.child_id where i.nhs_number is not null
    union
    select o.nhs_number from child_other_person o join kept_child k on k.child_id = o.child_id
     where o.nhs_number is not null
    union
    select h.nhs_number from cpis_held h join kept_person k on k.person_id = h.person_id
    union
    select i ->> 'value'
      from resource_history p join kept_child k on k.child_id = p.child_id,
           jsonb_path_query(convert_from(p.content, 'UTF8')::jsonb, '$.identifier[*]') i
     where p.type = 'Patient' and p.content is not null
       and i ->> 'system' = 'https://fhir.nhs.uk/Id/nhs-number' and i ->> 'value' is not null;

-- What was disposed of: one run a day for the whole cluster, a line for each place, written with what it says was done.
create table trace_disposal (
    id         uuid        primary key,
    started_at timestamptz not null,
    ended_at   timestamptz,
    -- It ended because the process did; the next run went on.
    cut_off    boolean     not null default false
);
create index trace_disposal_latest on trace_disposal (started_at);

create table trace_disposal_line (
    run_id    uuid        not null references trace_disposal,
    place     text        not null,
    kind      text        not null,
    period    text        not null,
    -- What is older than this went.
    before    timestamptz not null,
    unit      text        not null,
    removed   bigint      not null default 0,
    -- As old, and not removed: a hold, an open request, or the books of a day on which something is still open.
    kept_back bigint      not null default 0,
    problem   text,
    primary key (run_id, place)
);

create function refuse_change_of_trace_disposal() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and exists (select from trace_disposal r
                                     where r.ended_at is null
                                       and r.id::text = coalesce(to_jsonb(old) ->> 'run_id', to_jsonb(old) ->> 'id')) then
        return new;
    end if;
    raise exception 'a report of what was disposed of is not changed' using errcode = 'insufficient_privilege';
end
$$;
create trigger trace_disposal_unchanged before update or delete on trace_disposal
    for each row execute function refuse_change_of_trace_disposal();
create trigger trace_disposal_line_unchanged before update or delete on trace_disposal_line
    for each row execute function refuse_change_of_trace_disposal();
create trigger trace_disposal_no_truncate before truncate on trace_disposal
    for each statement execute function refuse_change_of_trace_disposal();
create trigger trace_disposal_line_no_truncate before truncate on trace_disposal_line
    for each statement execute function refuse_change_of_trace_disposal();

-- Months of the ledger and the audit go by dropping their partition. For rows that came into no month, and for emergency
-- overrides, deletion has one way in: in a run of the disposal, of that kind, what is older than its line says and than six
-- years in any case, and nothing of a child of whom nothing goes. Changes stay as V51, V70, V71 and V89 have them.
create function refuse_untimely_delete() returns trigger language plpgsql as $$
declare
    at timestamptz := (to_jsonb(old) ->> tg_argv[1])::timestamptz;
begin
    if exists (select from trace_disposal_line l join trace_disposal r on r.id = l.run_id
                where l.run_id::text = current_setting('gateway.trace_disposal', true)
                  and r.ended_at is null and l.kind = tg_argv[0]
                  and at < l.before and at < now() - interval '6 years')
       and old.child_id not in (select child_id from kept_child) then
        return old;
    end if;
    raise exception '% is append-only', tg_argv[2] using errcode = 'insufficient_privilege';
end
$$;

drop trigger disclosure_ledger_append_only on disclosure_ledger;
create trigger disclosure_ledger_append_only before update on disclosure_ledger
    for each row execute function refuse_change_of_disclosure_ledger();
create trigger disclosure_ledger_no_delete before delete on disclosure_ledger
    for each row execute function refuse_untimely_delete('LEDGER', 'decided_at', 'the disclosure ledger');

drop trigger audit_event_append_only on audit_event;
create trigger audit_event_append_only before update on audit_event
    for each row execute function refuse_change_of_audit();
create trigger audit_event_no_delete before delete on audit_event
    for each row execute function refuse_untimely_delete('AUDIT', 'recorded_at', 'the audit');

drop trigger break_glass_grant_append_only on break_glass_grant;
create trigger break_glass_grant_append_only before update on break_glass_grant
    for each row execute function refuse_change_of_break_glass();
create trigger break_glass_grant_no_delete before delete on break_glass_grant
    for each row execute function refuse_untimely_delete('AUDIT', 'granted_at', 'the list of emergency overrides');

-- A month whose rows stand in the default partition already is left there, as with the ledger: nothing fails for it, and
-- those rows go one by one.
create or replace function ensure_month_partitions(parent text, months_ahead int) returns void language plpgsql as $$
declare
    first_day date;
begin
    for i in 0..months_ahead loop
        first_day := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => i))::date;
        begin
            execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
                parent || '_' || to_char(first_day, 'YYYY_MM'), parent,
                first_day || ' 00:00:00+00', (first_day + interval '1 month')::date || ' 00:00:00+00');
        exception when check_violation then
            raise warning 'rows of % stand in the default partition of %', first_day, parent;
        end;
    end loop;
end $$;
