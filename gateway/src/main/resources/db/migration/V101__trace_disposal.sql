-- The report of what the gateway has disposed of among its own traces: a line for each trace and place of each run.
create table trace_disposal (
    id      bigint      generated always as identity primary key,
    run_id  uuid        not null,
    ran_at  timestamptz not null,
    trace   text        not null,
    -- Schedule and day of the period: everything older was to go.
    schedule text       not null,
    cutoff  timestamptz not null,
    place   text        not null,
    number  bigint      not null,
    outcome text        not null check (outcome in ('REMOVED', 'LEFT', 'FAILED', 'NOTHING')),
    words   text        not null
);
create index trace_disposal_by_time on trace_disposal (ran_at desc, id);

create function refuse_change_of_trace_disposal() returns trigger language plpgsql as $$
begin
    raise exception 'the report of disposals is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger trace_disposal_append_only before update or delete on trace_disposal
    for each row execute function refuse_change_of_trace_disposal();
