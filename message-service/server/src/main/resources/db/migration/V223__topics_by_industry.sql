-- 政策主题订阅 by industry: sections of GB/T 4754, as a policy names them. Topics of before ask for none.
alter table policy_topic
    add column industries text[] not null default '{}'
        check (industries <@ array['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T']),
    drop constraint policy_topic_check,
    add constraint policy_topic_asks
        check (cardinality(categories) > 0 or cardinality(levels) > 0 or cardinality(industries) > 0 or words is not null),
    drop constraint policy_topic_once,
    add constraint policy_topic_once unique nulls not distinct (account_id, categories, levels, industries, words);

alter table waiting_policy_news add column industries text[] not null default '{}';
