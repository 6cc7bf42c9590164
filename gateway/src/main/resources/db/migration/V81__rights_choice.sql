-- Choices that a request made, by the council's id of the child: the register knows people by NHS number, which may not be
-- known yet, or may change.
create table rights_choice (
    request_id  uuid        primary key,
    child_id    text        not null,
    choice      text        not null,
    destination text        not null,
    given_by    text        not null,
    valid_from  date        not null,
    -- Number under which the choice stands in the register; none while no number is known.
    nhs_number  text,
    granted_at  timestamptz not null,
    ended_at    timestamptz
);
create index rights_choice_in_force on rights_choice (child_id) where ended_at is null;
