-- Four eyes on every emergency override: it cannot wait for a second person, so one of the council looks at it afterwards.
create table break_glass_review (
    grant_id    uuid        primary key references break_glass_grant (id) on delete cascade,
    verdict     text        not null check (verdict in ('JUSTIFIED', 'NOT_JUSTIFIED')),
    reviewed_by text        not null,
    why         text        not null,
    reviewed_at timestamptz not null
);

-- What was found stays as long as the override it is about. The erasure of the child takes the words alone, as it does with
-- those of the override.
create function refuse_change_of_break_glass_review() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and coalesce(current_setting('gateway.erasure_id', true), '') <> '' and new.why = '[erased]'
       and to_jsonb(new) - 'why' = to_jsonb(old) - 'why' then
        return new;
    elsif tg_op = 'DELETE' and not exists (select from break_glass_grant g where g.id = old.grant_id) then
        return old;
    end if;
    raise exception 'reviews of emergency overrides are append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger break_glass_review_append_only before update or delete on break_glass_review
    for each row execute function refuse_change_of_break_glass_review();
create trigger break_glass_review_no_truncate before truncate on break_glass_review
    for each statement execute function refuse_change_of_break_glass_review();
