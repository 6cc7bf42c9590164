-- Under which terms everything at a destination was last decided: where they differ today, it is decided again.
create table destination_terms (
    destination text        primary key,
    -- Policy version and agreements in force, as text that a person can compare.
    terms       text        not null,
    -- Who was born by this day was old enough then; null without a minimum age.
    born_by     date,
    written_at  timestamptz not null
);
