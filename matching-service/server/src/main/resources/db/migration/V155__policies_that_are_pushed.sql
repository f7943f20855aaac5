-- 政策推送: who does not want to be told of new policies; who has no row does. What recommendation_choice says comes before it.
create table push_choice (
    enterprise_id uuid        primary key,
    wanted        boolean     not null,
    changed_at    timestamptz not null,
    changed_by    uuid        not null
);

-- One telling of a policy: when an edition was published, or because somebody of a department asked for it.
create table push_run (
    id          uuid        primary key,
    policy_id   uuid        not null,
    version     bigint      not null,
    starts_on   date        not null,
    state       text        not null check (state in ('WAITING', 'TELLING', 'DONE', 'DROPPED')),
    -- Who asked for it, and whom they may reach: null, when nobody did, or everybody.
    asked_by    uuid,
    towns       text[],
    created_at  timestamptz not null,
    ended_at    timestamptz
);
create unique index push_run_of_edition on push_run (policy_id, version) where asked_by is null;
create index push_run_open on push_run (created_at) where state in ('WAITING', 'TELLING');

-- An enterprise is told of a policy once, whichever edition, run or copy of the service it is.
create table policy_push (
    policy_id     uuid        not null,
    enterprise_id uuid        not null,
    run_id        uuid        not null references push_run (id),
    told_at       timestamptz,
    primary key (policy_id, enterprise_id)
);
create index policy_push_waiting on policy_push (run_id) where told_at is null;
