-- Which WeChat user opens which account: one the other. What WeChat calls them is personal data: encrypted, and found by its index.
create table wechat_binding (
    account_id   uuid        primary key references account on delete cascade,
    openid       text        not null,
    openid_index bytea       not null constraint wechat_binding_openid_once unique,
    nickname     text,
    bound_at     timestamptz not null,
    constraint wechat_binding_encrypted check (openid like 'sm4:%' and length(openid_index) = 32 and nickname like 'sm4:%')
);
