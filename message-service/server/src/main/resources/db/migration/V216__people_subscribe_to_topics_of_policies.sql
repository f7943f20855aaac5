-- 政策主题订阅: of which new policies somebody wants to hear. What is absent or empty asks nothing; all that is there has to hold.
create table policy_topic (
    id         uuid        primary key,
    account_id uuid        not null,
    categories text[]      not null check (categories <@ array['TAX', 'INDUSTRY', 'INNOVATION', 'FUNDING']),
    levels     text[]      not null check (levels <@ array['NATIONAL', 'MUNICIPAL', 'DISTRICT']),
    words      text        check (length(words) between 2 and 30),
    created_at timestamptz not null,
    check (cardinality(categories) > 0 or cardinality(levels) > 0 or words is not null),
    constraint policy_topic_once unique nulls not distinct (account_id, categories, levels, words)
);

-- A policy that was just published waits a moment for who qualifies for it: they are told that, and not a second time of its topic.
create table waiting_policy_news (
    policy_id   uuid        primary key,
    event_id    uuid        not null,
    title       text        not null,
    issuer      text        not null,
    level       text        not null,
    category    text        not null,
    happened_at timestamptz not null,
    due_at      timestamptz not null
);
create index waiting_policy_news_due on waiting_policy_news (due_at);

-- Who was told of which policy, as one for which their enterprise qualifies or as one of their topics: of its topic once, whatever becomes of it.
create table policy_told (
    account_id uuid not null,
    policy_id  uuid not null,
    reason     text not null check (reason in ('FITS', 'TOPIC')),
    primary key (account_id, policy_id)
);
