-- Tags of 政策标签库 that a policy carries, told by matching-service (ADR 0040). They are the policy's, not an edition's: the words of its document stay with each edition.
create table policy_tags (
    policy_id uuid   primary key,
    names     text[] not null,
    version   bigint not null
);
create index policy_tags_names on policy_tags using gin (names);
