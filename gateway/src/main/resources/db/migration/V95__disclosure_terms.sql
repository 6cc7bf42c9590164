-- Every policy and every file of agreements that was ever in force, whole. The latest of each part is in force, on every
-- replica. Only added to.
create table disclosure_terms (
    id          bigint      generated always as identity primary key,
    part        text        not null check (part in ('POLICY', 'AGREEMENTS')),
    -- Declared version and hash of the content, as the ledger names it.
    version     text        not null,
    file_name   text        not null,
    content     text        not null,
    -- FILE: the settings named it at a start; CONSOLE: a person put it in force.
    origin      text        not null check (origin in ('FILE', 'CONSOLE')),
    put_by      text        not null,
    why         text        not null,
    in_force_at timestamptz not null
);
create index disclosure_terms_latest on disclosure_terms (part, id);

create function refuse_change_of_disclosure_terms() returns trigger language plpgsql as $$
begin
    raise exception 'the history of policy and agreements is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger disclosure_terms_append_only before update or delete on disclosure_terms
    for each row execute function refuse_change_of_disclosure_terms();
create trigger disclosure_terms_no_truncate before truncate on disclosure_terms
    for each statement execute function refuse_change_of_disclosure_terms();
