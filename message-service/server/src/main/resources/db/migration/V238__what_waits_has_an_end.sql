-- What waits is told by its day or given up. What was given up stays, is shown to operators (未送达通知), and waits anew when they say so. It is due at no time, so that copies of before leave it alone.
alter table waiting_notice
    add column id       uuid        not null default uuidv7() unique,
    add column tell_by  timestamptz not null default now() + interval '3 days',
    add column ended_at timestamptz,
    add column resent   int         not null default 0;

alter table waiting_further_notice
    add column tell_by  timestamptz not null default now() + interval '3 days',
    add column ended_at timestamptz,
    add column resent   int         not null default 0;

-- Notices of the inbox that end in vain are kept as outer_notice; here stay those that are told by text message alone.
alter table waiting_text_notice
    add column happened_at timestamptz not null default now(),
    add column tell_by     timestamptz not null default now() + interval '1 day',
    add column ended_at    timestamptz,
    -- It may have gone out, and does not go again.
    add column uncertain   boolean     not null default false check (not uncertain or ended_at is not null),
    add column title       text        check ((title is not null) = (ended_at is not null)),
    add column resent      int         not null default 0;

create index waiting_notice_ended on waiting_notice (ended_at) where ended_at is not null;
create index waiting_further_notice_ended on waiting_further_notice (ended_at) where ended_at is not null;
create index waiting_text_notice_ended on waiting_text_notice (ended_at) where ended_at is not null;
create index waiting_text_notice_reported on waiting_text_notice (push_id) where uncertain;
create index waiting_text_notice_late on waiting_text_notice (tell_by) where ended_at is null;
