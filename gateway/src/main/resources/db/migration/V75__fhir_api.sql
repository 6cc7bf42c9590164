-- A deleted resource is found by its id alone; deletions are few.
create index resource_history_deleted on resource_history (type, id) where content is null;

-- Where a caller stands in a result of several pages. A link carries the random id and nothing else; the query, which may
-- name a person, stays here until the page expires.
create table search_page (
    id         text        primary key,
    owner      text        not null,
    address    text        not null,
    content    text        not null,
    expires_at timestamptz not null
);
create index search_page_by_expiry on search_page (expires_at);
