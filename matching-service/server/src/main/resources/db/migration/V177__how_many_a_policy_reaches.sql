-- How many enterprises qualify for a policy and to how many it was pushed, as it was last told; version counts the tellings.
create table policy_reach (
    policy_id  uuid   primary key,
    matched    bigint not null check (matched >= 0),
    told       bigint not null check (told >= 0),
    counted_on date   not null,
    version    bigint not null
);

-- Who switched recommendations off before it was told.
insert into outbox (id, type, subject, version, occurred_at, data, until_heard)
select uuidv7(), 'matching.RecommendationsSwitched', enterprise_id, (extract(epoch from changed_at) * 1000000)::bigint, changed_at, jsonb_build_object(
    'enterpriseId', enterprise_id, 'personalised', personalised, 'at', to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), true
from recommendation_choice where not personalised;
