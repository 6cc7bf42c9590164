-- Persons about whom something changed that a disclosure decision depends on; taken and removed by delivery.
create table subject_change (
    id          bigint generated always as identity primary key,
    nhs_number  text        not null,
    cause       text        not null,
    recorded_at timestamptz not null default now()
);
