create table note (
    id             uuid primary key,
    enterprise_id  uuid not null,
    bank_id        uuid,
    title          text not null,
    state          text not null check (state in ('OPEN', 'CLOSED')),
    amount         numeric(18, 2) not null,
    due_on         date not null,
    created_at     timestamptz not null,
    closed_at      timestamptz,
    reason         text,
    terms          jsonb not null,
    remarks        jsonb not null default '[]',
    tags           text[] not null default '{}',
    readers        uuid[] not null default '{}',
    version        bigint not null
);
