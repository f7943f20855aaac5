-- Messages that go to WeChat too wait here until it has them; written with the message, so that none is lost while WeChat or auth-service is away.
create table waiting_wechat_notice (
    message_id  uuid        primary key,
    account_id  uuid        not null,
    kind        text        not null check (kind in ('CODE', 'FINANCE', 'POLICY', 'SYSTEM')),
    title       text        not null check (length(title) between 1 and 100),
    link        text        check (link like '/%'),
    happened_at timestamptz not null,
    tries       int         not null default 0,
    next_try_at timestamptz not null default now()
);
create index waiting_wechat_notice_next on waiting_wechat_notice (next_try_at);

alter table push_log drop constraint push_log_channel_check;
alter table push_log add constraint push_log_channel_check check (channel in ('IN_SITE', 'SMS', 'WECHAT'));
