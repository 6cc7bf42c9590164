-- A delivery that gets the pseudonym has changed too: the index of messages names the child until it is told. The join was
-- by the child's id, which differs then.
create or replace function note_moved_deliveries() returns trigger language plpgsql as $$
begin
    insert into message_change (what, id)
    select 'DELIVERY', w.id
      from written w
      join former f on f.id = w.id
     where w.state <> 'CLEARED'
       and (w.child_id, w.state, w.ledger_id, w.last_status, w.last_error)
           is distinct from (f.child_id, f.state, f.ledger_id, f.last_status, f.last_error);
    return null;
end
$$;

-- A tombstone that an earlier erasure laid, should the later one be stopped.
alter table erasure_tombstone add column earlier_erasure uuid;
alter table erasure_tombstone add column earlier_returned timestamptz;

-- The log of acts is not changed, save that an erasure takes a name out of the reason.
create or replace function refuse_change_of_message_act() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and current_setting('gateway.erasure', true) = 'on'
       and to_jsonb(new) - 'why' = to_jsonb(old) - 'why' then
        return new;
    end if;
    raise exception 'the log of acts is not changed' using errcode = 'insufficient_privilege';
end
$$;

-- A postcode is the same with and without its space.
update retention_child
   set places = array(select upper(regexp_replace(p, '\s', '', 'g')) from unnest(places) p)
 where places <> '{}';
update legal_hold_scope set value = upper(regexp_replace(value, '\s', '', 'g')) where kind = 'PLACE';

create index erasure_pseudonym on erasure (pseudonym);
