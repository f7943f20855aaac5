-- Not every service that has cases of branches knows what these are called.
alter table promise
    drop constraint promise_branch_has_its_name,
    add constraint promise_branch_name_is_of_a_branch check (branch_id is not null or branch_name is null);
