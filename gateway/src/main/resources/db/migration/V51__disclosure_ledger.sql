-- Every decision, with everything it was made from. Append-only; whole months are disposed of by dropping their partition.
create table disclosure_ledger (
    child_id            text        not null,
    id                  uuid        not null,
    decided_at          timestamptz not null,
    destination         text        not null,
    recipient_ods       text,
    kind                text        not null,
    message_id          uuid        not null,
    delivery_id         uuid,
    outcome             text        not null,
    headline            text        not null,
    reasons             text[]      not null,
    policy_version      text        not null,
    purpose             text,
    legal_basis         text,
    agreement_ids       text[]      not null,
    verification_status text        not null,
    restricted          boolean     not null,
    opt_out_state       text        not null,
    opt_out_checked_at  timestamptz,
    opt_out_stale       boolean     not null,
    choices             jsonb       not null,
    other_persons       jsonb       not null,
    categories          text[]      not null,
    resources           jsonb       not null,
    left_out            jsonb       not null,
    primary key (child_id, id, decided_at)
) partition by range (decided_at);

comment on column disclosure_ledger.opt_out_state is
    'Input of the decision. Access-limited by the licence of the check service: together with optout_status the only place a result may stand; never in a resource, a search index, a message or a log.';
comment on column disclosure_ledger.other_persons is
    'Opt-out state of other persons the resources are about; access-limited as opt_out_state is.';
comment on column disclosure_ledger.resources is
    'What was asked to leave, as type/id/_history/version. The NHS number does not stand here.';

create index disclosure_ledger_id on disclosure_ledger (id);
create index disclosure_ledger_message on disclosure_ledger (message_id);
create index disclosure_ledger_time on disclosure_ledger using brin (decided_at);

-- Takes what falls into no month made ahead, so that recording a decision never fails for want of a partition.
create table disclosure_ledger_default partition of disclosure_ledger default;

create function refuse_change_of_disclosure_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'the disclosure ledger is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger disclosure_ledger_append_only before update or delete on disclosure_ledger
    for each row execute function refuse_change_of_disclosure_ledger();
create trigger disclosure_ledger_no_truncate before truncate on disclosure_ledger
    for each statement execute function refuse_change_of_disclosure_ledger();

-- Makes the month of the given day and as many after it as asked; safe to call at any time from any replica.
create function create_disclosure_ledger_partitions(first_day date, months_ahead int) returns void language plpgsql as $$
declare
    month_start date;
    partition   text;
begin
    perform pg_advisory_xact_lock(hashtextextended('disclosure_ledger partitions', 0));
    for ahead in 0..months_ahead loop
        month_start := date_trunc('month', first_day)::date + make_interval(months => ahead);
        partition := 'disclosure_ledger_' || to_char(month_start, 'YYYY_MM');
        if to_regclass(partition) is null then
            begin
                execute format(
                    'create table %I partition of disclosure_ledger for values from (%L) to (%L)',
                    partition,
                    month_start::text || ' 00:00:00+00',
                    (month_start + interval '1 month')::date::text || ' 00:00:00+00');
                execute format(
                    'create trigger no_truncate before truncate on %I for each statement execute function refuse_change_of_disclosure_ledger()',
                    partition);
            exception when check_violation then
                raise warning 'rows of % stand in the default partition', partition;
            end;
        end if;
    end loop;
end
$$;

select create_disclosure_ledger_partitions(current_date, 2);
