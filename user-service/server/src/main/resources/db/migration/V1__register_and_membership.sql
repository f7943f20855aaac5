create table reference_file (
    name      text        primary key,
    sha256    text        not null,
    loaded_at timestamptz not null default now()
);

create table town (
    code text primary key check (code ~ '^[0-9]{9}$'),
    name text not null,
    type text not null
);

create table industry (
    code        text primary key check (code ~ '^[A-T][0-9]{0,4}$'),
    name        text not null,
    level       text not null check (level in ('门类', '大类', '中类', '小类')),
    parent_code text references industry
);

create index industry_parent on industry (parent_code);

create table institution (
    id      uuid   primary key,
    code    text   not null unique,
    name    text   not null,
    type    text   not null check (type in ('BANK', 'DEPARTMENT', 'TOWN', 'OPERATOR', 'CHAMBER', 'PROVIDER')),
    aliases text[] not null default '{}'
);

create index institution_type on institution (type, code);

create table enterprise (
    id                 uuid          primary key,
    uscc               text          not null unique check (uscc ~ '^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$'),
    name               text          not null check (length(name) between 2 and 200),
    entity_type        text          not null check (entity_type in ('企业', '个体工商户')),
    legal_rep          text          not null,
    registered_capital numeric(16, 2) not null check (registered_capital >= 0),
    established_on     date          not null,
    industry_code      text          not null references industry,
    section            text          not null generated always as (left(industry_code, 1)) stored,
    town_code          text          not null references town,
    region_code        text          not null check (region_code ~ '^[0-9]{6}$'),
    address            text          not null,
    status             text          not null check (status in ('ACTIVE', 'REVOKED', 'CANCELLED')),
    demo               boolean       not null,
    registered_at      timestamptz   not null,
    certified_at       timestamptz,
    details            jsonb         not null,
    version            int           not null
);

-- Parts of a name of three characters and more are found by trigrams; LC_CTYPE must know Chinese.
create index enterprise_name on enterprise using gin (name gin_trgm_ops);
create index enterprise_registered on enterprise (registered_at desc, id);
create index enterprise_town on enterprise (town_code, registered_at desc);
create index enterprise_section on enterprise (section, registered_at desc);
create index enterprise_legal_rep on enterprise (legal_rep);

create table role (
    code text primary key check (code ~ '^[A-Z_]+$'),
    name text not null
);

create table role_permission (
    role_code  text not null references role,
    permission text not null,
    primary key (role_code, permission)
);

-- An account may be unknown here yet when its membership comes: events have no order.
create table membership (
    id             uuid        primary key,
    account_id     uuid        not null,
    enterprise_id  uuid        references enterprise,
    institution_id uuid        references institution,
    role_code      text        not null references role,
    joined_at      timestamptz not null,
    check (num_nonnulls(enterprise_id, institution_id) = 1),
    constraint membership_once unique nulls not distinct (account_id, enterprise_id, institution_id, role_code)
);

create index membership_enterprise on membership (enterprise_id) where enterprise_id is not null;
create index membership_institution on membership (institution_id) where institution_id is not null;

-- Copy of the accounts of auth-service, fed by its events.
create table account (
    id            uuid        primary key,
    display_name  text        not null,
    user_type     text        not null,
    channel       text        not null,
    registered_at timestamptz not null,
    demo          boolean     not null
);

create index account_registered on account (registered_at desc, id);
create index account_user_type on account (user_type, registered_at desc, id);
create index account_display_name on account using gin (display_name gin_trgm_ops);
