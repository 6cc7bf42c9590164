-- Numbers of upload files that were used without this database knowing: it was restored to an earlier time. The next file
-- takes a number above the highest.
create table cpis_sequence_used (
    sequence   bigint      primary key check (sequence > 0),
    entered_by text        not null,
    entered_at timestamptz not null
);
