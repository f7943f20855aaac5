-- How policies are taken up. Only handlers of events write here; a rebuild empties all of it.

-- What each policy is called, and how many it reaches: a state, of which the newest counts. Either may be heard of first.
create table funnel_policy (
    policy_id     uuid   primary key,
    title         text,
    issuer        text,
    title_version bigint not null default -1,
    matched       bigint check (matched >= 0),
    told          bigint check (told >= 0),
    reach_version bigint not null default -1,
    counted_at    timestamptz
);

-- Enterprises that took a step, each counted once: under the policy (no institution), and under the projects of each department.
create table funnel_roll_up (
    policy_id      uuid           not null,
    institution_id uuid,
    step           text           not null check (step in ('OPENED', 'FILED', 'APPROVED', 'PAID')),
    enterprises    bigint         not null check (enterprises >= 0),
    -- Of two events the later may come first: money that came back before it was paid is less than none for a moment.
    amount         numeric(20, 2) not null,
    unique nulls not distinct (policy_id, institution_id, step)
);

-- Which departments have, or had, projects under which policy.
create table funnel_department (
    policy_id        uuid not null,
    institution_id   uuid not null,
    institution_name text not null,
    primary key (institution_id, policy_id)
);
