-- What an enterprise wants to find again; no person stands beside it, for it is the enterprise's.
create table favourite_policy (
    enterprise_id uuid        not null,
    policy_id     uuid        not null references policy on delete cascade,
    added_at      timestamptz not null,
    primary key (enterprise_id, policy_id)
);
create index favourite_policy_newest on favourite_policy (enterprise_id, added_at desc);
create index favourite_policy_of_policy on favourite_policy (policy_id);
