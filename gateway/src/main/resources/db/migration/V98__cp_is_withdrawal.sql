-- Under which number the plan is to be removed (none: every number), and whether that was no longer the person's: then the
-- plan itself is right, and is not kept out of uploads.
alter table cpis_withdrawal add column nhs_number text;
alter table cpis_withdrawal add column former_number boolean not null default false;
