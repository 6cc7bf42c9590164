-- Ledger, audit and emergency overrides are append-only. One way in, for erasure alone: in the transaction of an erasure that
-- is under way, a row about this child may get the pseudonym in the place of the child's id, and lose what names the person.
-- When, why, to whom, under which policy and with which outcome cannot be changed. The erasure counts the rows on its
-- certificate.
create function is_erasure(old_child text, new_child text) returns boolean language sql stable as $$
    select exists (select from erasure e
                    where e.id::text = current_setting('gateway.erasure_id', true)
                      and e.state = 'WITHDRAWING' and e.child_id = old_child and e.pseudonym = new_child)
$$;

create or replace function refuse_change_of_disclosure_ledger() returns trigger language plpgsql as $$
declare
    free text[] := array['child_id', 'choices', 'other_persons', 'resources', 'left_out'];
begin
    if tg_op = 'UPDATE' then
        if is_erasure(old.child_id, new.child_id) and to_jsonb(new) - free = to_jsonb(old) - free then
            return new;
        end if;
    end if;
    raise exception 'the disclosure ledger is append-only' using errcode = 'insufficient_privilege';
end
$$;

create or replace function refuse_change_of_audit() returns trigger language plpgsql as $$
declare
    free text[] := array['child_id', 'resources', 'query', 'break_glass_reason'];
begin
    if tg_op = 'UPDATE' then
        if is_erasure(old.child_id, new.child_id) and to_jsonb(new) - free = to_jsonb(old) - free then
            return new;
        end if;
        -- A question that named the child and found nobody, or a page of several.
        if coalesce(current_setting('gateway.erasure_id', true), '') <> '' and new.query = '[erased]'
           and to_jsonb(new) - 'query' = to_jsonb(old) - 'query' then
            return new;
        end if;
    end if;
    raise exception 'the audit is append-only' using errcode = 'insufficient_privilege';
end
$$;

create or replace function refuse_change_of_break_glass() returns trigger language plpgsql as $$
declare
    free text[] := array['child_id', 'reason'];
begin
    if tg_op = 'UPDATE' then
        if is_erasure(old.child_id, new.child_id) and to_jsonb(new) - free = to_jsonb(old) - free then
            return new;
        end if;
    end if;
    raise exception 'the list of emergency overrides is append-only' using errcode = 'insufficient_privilege';
end
$$;
