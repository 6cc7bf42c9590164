-- Said as `or`, the condition of the partial indexes was itself looked up by the planner, through every patient there is. Said
-- so that no index answers it, it only tells which index may be used.
-- Without fastupdate: entries waiting to be sorted in would be read from end to end by every search, up to four megabytes
-- of them after an intake, and for three rows in a hundred sorting them in at once costs little.
drop index resource_by_token;
create index resource_by_token on resource using gin (tokens) with (fastupdate = off)
 where coalesce(child_id = '' or type = 'Patient', false);
drop index resource_text_by_prefix;
create index resource_text_by_prefix on resource_text (parameter, normal)
 where coalesce(child_id = '' or type = 'Patient', false);
drop index resource_text_by_part;
create index resource_text_by_part on resource_text using gin (normal gin_trgm_ops) with (fastupdate = off)
 where coalesce(child_id = '' or type = 'Patient', false);
drop index resource_range_by_low;
create index resource_range_by_low on resource_range (parameter, low, high)
 where coalesce(child_id = '' or type = 'Patient', false);
