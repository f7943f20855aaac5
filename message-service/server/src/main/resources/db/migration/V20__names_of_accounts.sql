-- Names of people who belong to no enterprise and no institution, as they registered: the log of what was sent shows them.
create table account_name (
    account_id uuid primary key,
    name       text not null
);
