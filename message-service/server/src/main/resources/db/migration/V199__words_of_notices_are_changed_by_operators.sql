-- 系统消息: the words of a notice that operators changed, and what they switched off. What has no row here is told in the words that the platform ships (ADR 0047).
create table notice_template (
    code       text        primary key,
    enabled    boolean     not null default true,
    -- Number of the words in force; 0: those that the platform ships.
    number     int         not null default 0 check (number >= 0),
    changed_by text        not null,
    changed_at timestamptz not null,
    version    int         not null check (version > 0)
);

create table notice_template_version (
    code          text        not null references notice_template,
    number        int         not null check (number > 0),
    title         text        not null check (length(title) between 1 and 200),
    body          text        not null check (length(body) between 1 and 3000),
    link          text        check (link like '/%' and link not like '//%'),
    ways          text[]      not null check ('IN_SITE' = any (ways) and ways <@ array['IN_SITE', 'WECHAT', 'SMS']),
    we_chat       text        check (length(we_chat) between 1 and 200),
    sms           text        check (length(sms) between 1 and 200),
    author_id     uuid        not null,
    author_name   text        not null,
    written_at    timestamptz not null,
    -- The older one whose words these are; 0: those that the platform shipped then.
    restored_from int,
    primary key (code, number)
);
create trigger notice_template_version_unchanged before update or delete or truncate on notice_template_version
    for each statement execute function refuse_change();

-- What a recent notice of its kind said, for previews: names and words of people are covered before they come here.
create table notice_sample (
    code   text        primary key,
    names  text[]      not null,
    texts  text[]      not null check (cardinality(texts) = cardinality(names)),
    at     timestamptz not null
);

-- Short words for WeChat and for text messages, where the notice goes there. The few that wait while this comes are told in-site alone.
alter table waiting_notice
    add column we_chat text check (length(we_chat) between 1 and 100),
    add column sms     text check (length(sms) between 1 and 35);
