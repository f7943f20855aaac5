-- The branch of who promised, at which the case lies; null: its head office.
alter table promise
    add column branch_id   uuid,
    add column branch_name text,
    add constraint promise_branch_has_its_name check (num_nonnulls(branch_id, branch_name) in (0, 2));
create index promise_of_branch on promise (kind, branch_id) where ended_at is null and branch_id is not null;
