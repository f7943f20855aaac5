-- 信息推送日志: what was sent to whom. People may delete their messages; that they were sent stays. Titles, not texts: who reads the log is not who is meant.
create table push_log (
    seq          bigint      generated always as identity primary key,
    message_id   uuid        not null unique,
    account_id   uuid        not null,
    kind         text        not null check (kind in ('CODE', 'FINANCE', 'POLICY', 'SYSTEM')),
    channel      text        not null check (channel in ('IN_SITE')),
    title        text        not null,
    sent_at      timestamptz not null
);

create index push_log_newest on push_log (sent_at desc, seq desc);
create index push_log_by_account on push_log (account_id, sent_at desc);
create index push_log_by_kind on push_log (kind, sent_at desc, seq desc);
create index push_log_by_title on push_log using gin (title gin_trgm_ops);

insert into push_log (message_id, account_id, kind, channel, title, sent_at)
select id, account_id, kind, 'IN_SITE', title, created_at from message order by created_at, id;

create function refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception '% is only added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger push_log_unchanged before update or delete or truncate on push_log for each statement execute function refuse_change();
revoke update, delete, truncate, references, trigger on push_log from current_user;

-- Names of people, as user-service tells them.
alter table member add column name text;
