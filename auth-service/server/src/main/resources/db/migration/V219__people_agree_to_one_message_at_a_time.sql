-- To how many subscription messages a WeChat user has agreed that were not sent yet. Who unbinds takes it along: what they agreed to stays at WeChat, and is not used by the platform.
create table wechat_subscription (
    openid_index bytea       not null references wechat_binding (openid_index) on delete cascade,
    template_id  text        not null check (length(template_id) between 1 and 100),
    remaining    int         not null check (remaining between 0 and 1000),
    changed_at   timestamptz not null,
    primary key (openid_index, template_id)
);

-- What WeChat has told of it, which it tells again where it had no answer: once each.
create table wechat_subscription_event (
    openid_index bytea       not null references wechat_binding (openid_index) on delete cascade,
    at           timestamptz not null,
    kind         text        not null check (kind in ('AGREED', 'DECLINED')),
    template_id  text        not null,
    primary key (openid_index, at, kind, template_id)
);
create index wechat_subscription_event_at on wechat_subscription_event (at);

-- For which message an agreement was used up. WeChat knows no id of ours: without an answer on record the message may have gone out, and is not sent again.
create table wechat_subscription_use (
    note_id      uuid        primary key,
    openid_index bytea       not null references wechat_binding (openid_index) on delete cascade,
    template_id  text        not null,
    used_at      timestamptz not null,
    accepted_at  timestamptz
);
create index wechat_subscription_use_at on wechat_subscription_use (used_at);
create index wechat_subscription_use_of on wechat_subscription_use (openid_index);
