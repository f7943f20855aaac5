-- 系统消息: under which condition a notice is told, and which roles are told besides. Part of the version, as its words are.
alter table notice_template_version
    add column conditions jsonb not null default '[]' check (jsonb_typeof(conditions) = 'array'),
    add column others     jsonb not null default '[]' check (jsonb_typeof(others) = 'array');

-- With which institution the recent case was: whom a rule would tell can be counted.
alter table notice_sample add column institution_id uuid;

-- What is to be told to those of a role, until user-service has said who they are. Written with the handled event.
create table waiting_further_notice (
    id             uuid        primary key,
    event_id       uuid        not null,
    code           text        not null,
    -- Of this institution; null: of the operating one.
    institution_id uuid,
    role           text        not null,
    kind           text        not null check (kind in ('CODE', 'FINANCE', 'POLICY', 'SYSTEM')),
    title          text        not null check (length(title) between 1 and 100),
    body           text        not null check (length(body) <= 2000),
    link           text        check (link like '/%'),
    happened_at    timestamptz not null,
    tries          int         not null default 0,
    next_try_at    timestamptz not null default now(),
    unique nulls not distinct (event_id, code, institution_id, role)
);
create index waiting_further_notice_next on waiting_further_notice (next_try_at);
