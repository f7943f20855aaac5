-- What is promised for a class of cases; the term is copied into each promise when it is given.
create table promise_term (
    kind           text          not null,
    case_class     text          not null,
    working_days   integer       not null check (working_days between 1 and 200),
    warn_after     numeric(3, 2) not null check (warn_after > 0 and warn_after < 1),
    escalate_after integer[]     not null,
    version        integer       not null default 0,
    primary key (kind, case_class)
);

create table promise (
    id               uuid        primary key,
    kind             text        not null,
    case_class       text        not null,
    case_id          uuid        not null,
    case_number      text        not null,
    about            text        not null,
    institution_id   uuid,
    institution_name text,
    town_code        text,
    handler_id       uuid,
    working_days     integer       not null check (working_days between 1 and 200),
    warn_after       numeric(3, 2) not null,
    escalate_after   integer[]     not null,
    state            text        not null check (state in ('RUNNING', 'PAUSED', 'ANSWERED', 'DROPPED')),
    -- When it ran: moments of starting and of stopping, in turns. An odd number: it runs.
    ran              timestamptz[] not null check (cardinality(ran) > 0),
    started_at       timestamptz not null,
    ended_at         timestamptz,
    warn_at          timestamptz,
    due_at           timestamptz,
    escalate_at      timestamptz[] not null default '{}',
    -- 0 nobody was told, 1 warned, 2 broken, 2 + n the nth of the chain.
    told             integer     not null default 0,
    next_at          timestamptz,
    -- Version of the calendar by which the dates were found; another one: they are found again.
    reckoned_by      bigint      not null,
    urged_at         timestamptz,
    unique (kind, case_id),
    check ((ended_at is not null) = (state in ('ANSWERED', 'DROPPED'))),
    check ((state = 'RUNNING') = (cardinality(ran) % 2 = 1)),
    check (next_at is null or state = 'RUNNING')
);
create index promise_next on promise (next_at) where next_at is not null;
create index promise_reckoned on promise (reckoned_by) where ended_at is null;
create index promise_due on promise (kind, due_at) where ended_at is null;
create index promise_of_institution on promise (kind, institution_id) where ended_at is null;
