-- Institutions are kept in the console: where they are, whom to ask there, and whether they still are.
alter table institution
    add column address         text        not null default '' check (length(address) <= 200),
    add column phone           text        not null default '' check (length(phone) <= 40),
    add column website         text        not null default '' check (website = '' or website ~ '^https?://[^ ]{3,190}$'),
    -- Came with the platform; what somebody has edited stays as they left it when the file changes.
    add column loaded          boolean     not null default false,
    add column edited          boolean     not null default false,
    add column retired_at      timestamptz,
    add column created_at      timestamptz not null default now(),
    add column updated_at      timestamptz,
    add column updated_by_name text,
    add column version         int         not null default 0;

update institution set loaded = true;

create index institution_name on institution using gin (name gin_trgm_ops);
create index institution_by_name on institution (name, id);
create index institution_updated on institution (updated_at desc nulls last, id);

create table institution_contact (
    institution_id uuid not null references institution on delete cascade,
    position       int  not null,
    name           text not null check (length(name) between 1 and 50),
    duty           text not null default '' check (length(duty) <= 50),
    phone          text not null check (length(phone) between 3 and 40),
    -- Whether everybody may see it, as on the page of a loan product.
    shown          boolean not null default false,
    primary key (institution_id, position)
);

insert into role_permission (role_code, permission) values
    ('OPERATOR', 'user.institution.read'),
    ('OPERATOR', 'user.institution.manage'),
    ('SYSTEM_ADMIN', 'user.institution.read'),
    ('SYSTEM_ADMIN', 'user.institution.manage'),
    ('INSTITUTION_ADMIN', 'user.institution.read'),
    ('INSTITUTION_ADMIN', 'user.institution.manage'),
    ('FINANCE_OFFICE', 'user.institution.read'),
    ('FINANCE_OFFICE', 'user.bank.manage');
