-- What a page saved by itself since the record of changes was told of the draft last, by whom, and how it was before: told once when they are done, not at every pause.
alter table policy_draft add column unrecorded jsonb;
create index policy_draft_unrecorded on policy_draft (updated_at) where unrecorded is not null;
