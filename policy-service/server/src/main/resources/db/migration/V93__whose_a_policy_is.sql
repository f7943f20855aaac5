-- A policy belongs to the institution of who began it (user-service keeps institutions). Those that came with the platform, or were begun before, belong to nobody: whoever may
-- manage the library keeps them.
alter table policy add column owner_id uuid;
alter table policy add column owner_name text;
alter table policy add constraint policy_owner_is_whole check ((owner_id is null) = (owner_name is null));

-- Who took an edition down does not put it back alone. Of those taken down before nobody knows who it was.
alter table policy_edition add column withdrawn_by uuid;
alter table policy_edition add column withdrawn_by_name text;
alter table policy_edition add constraint policy_edition_is_withdrawn_by_somebody
    check ((withdrawn_by is null) = (withdrawn_by_name is null));
