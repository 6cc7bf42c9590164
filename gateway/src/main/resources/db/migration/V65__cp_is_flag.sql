-- What the flag query answers from: every status of a person, whatever the day, kept in the transaction of the child's record.
-- The day is applied when it is read, so an answer does not wait for the next extract to be right.
create table cpis_flag (
    child_id            text        not null,
    -- Whose number it is asked by: the child, or the mother of an unborn child.
    person_id           text        not null,
    nhs_number          text,
    verification_status text        not null,
    birth_date          date,
    restricted          boolean     not null,
    -- [{"type","id","start","end"}]: type and dates alone, as CP-IS holds them.
    plans               text        not null,
    -- [{"problem","end"}]: what may hide a further status.
    unclear             text        not null,
    version             bigint      not null,
    changed_at          timestamptz not null,
    primary key (child_id, person_id)
);
create index cpis_flag_by_nhs_number on cpis_flag (nhs_number) where nhs_number is not null;

-- By the number that Spine has put in the place of one of ours.
create index cpis_inactive_number_replacement on cpis_inactive_number (replacement) where replacement is not null;
