-- For the pages that look for messages. Most deliveries are acknowledged and found by `delivery_by_id`, in the order of time:
-- only what is left is worth an entry that each change of state has to keep.
create index delivery_of_people on delivery (state, id)
    where state in ('HELD', 'WITHHELD', 'DEAD', 'RETRYING', 'RESUBMITTED', 'DISCARDED');
create index disclosure_ledger_stopped on disclosure_ledger (outcome, id) where outcome in ('HELD', 'WITHHELD');
