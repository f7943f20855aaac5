-- News of a policy come in any order: the newest by the policy's own count holds. That it was taken down stays here as a row without words, for as long as what
-- was published before would still be told. What waits already gives way to whatever comes.
alter table waiting_policy_news
    add column version bigint not null default -1,
    alter column event_id drop not null,
    alter column title drop not null,
    alter column issuer drop not null,
    alter column level drop not null,
    alter column category drop not null,
    add constraint waiting_policy_news_told_or_taken_down
        check (num_nulls(event_id, title, issuer, level, category) in (0, 5));
alter table waiting_policy_news alter column version drop default;
