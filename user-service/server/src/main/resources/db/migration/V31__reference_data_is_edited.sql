-- Rises with every change, so that each copy of the service knows when what it keeps in memory is old.
create table reference_revision (
    one      boolean primary key default true check (one),
    revision bigint  not null
);

insert into reference_revision (revision) values (1);

create table dictionary_item (
    code            text        primary key check (code ~ '^[A-Z][A-Z0-9_]*([.][A-Z0-9_]+)?$'),
    name            text        not null check (length(name) between 1 and 100),
    parent_code     text        references dictionary_item
                                check (parent_code is not distinct from
                                    case when code like '%.%' then split_part(code, '.', 1) end),
    loaded          boolean     not null default false,
    edited          boolean     not null default false,
    retired_at      timestamptz,
    updated_at      timestamptz,
    updated_by_name text,
    version         int         not null default 0
);

create index dictionary_item_parent on dictionary_item (parent_code);

create table division (
    code            text        primary key check (code ~ '^[0-9]{6}$'),
    name            text        not null check (length(name) between 1 and 100),
    level           text        not null check (level in ('省级', '地级', '县级')),
    parent_code     text        references division,
    loaded          boolean     not null default false,
    edited          boolean     not null default false,
    retired_at      timestamptz,
    updated_at      timestamptz,
    updated_by_name text,
    version         int         not null default 0
);

create index division_parent on division (parent_code);

-- What is in use already; the names come from the file at the next start.
insert into division (code, name, level, loaded)
select code, code, case when code like '%0000' then '省级' when code like '%00' then '地级' else '县级' end, true
from (select left(code, 6) as code from town union select region_code from enterprise) used;

alter table town
    add column division_code   text        not null generated always as (left(code, 6)) stored references division,
    add column loaded          boolean     not null default false,
    add column edited          boolean     not null default false,
    add column retired_at      timestamptz,
    add column updated_at      timestamptz,
    add column updated_by_name text,
    add column version         int         not null default 0;

create index town_division on town (division_code);

alter table industry
    add column loaded          boolean     not null default false,
    add column edited          boolean     not null default false,
    add column retired_at      timestamptz,
    add column updated_at      timestamptz,
    add column updated_by_name text,
    add column version         int         not null default 0;

update town set loaded = true;
update industry set loaded = true;

create index industry_name on industry using gin (name gin_trgm_ops);

create table park (
    code            text        primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'),
    name            text        not null check (length(name) between 1 and 100),
    type            text        not null references dictionary_item,
    town_code       text        not null references town,
    loaded          boolean     not null default false,
    edited          boolean     not null default false,
    retired_at      timestamptz,
    updated_at      timestamptz,
    updated_by_name text,
    version         int         not null default 0
);

create index park_type on park (type);
create index park_town on park (town_code);

insert into dictionary_item (code, name, parent_code) values
    ('PARK_TYPE', '园区类型', null),
    ('PARK_TYPE.ECONOMIC', '经济技术开发区', 'PARK_TYPE'),
    ('PARK_TYPE.HITECH', '高新技术产业园区', 'PARK_TYPE'),
    ('PARK_TYPE.INDUSTRIAL', '工业园区', 'PARK_TYPE'),
    ('PARK_TYPE.LOGISTICS', '物流园区', 'PARK_TYPE'),
    ('PARK_TYPE.INCUBATOR', '孵化器与众创空间', 'PARK_TYPE');
-- The code of parks asks for these.
update dictionary_item set loaded = true;

alter table enterprise
    add column park_code text references park,
    add constraint enterprise_region foreign key (region_code) references division;

create index enterprise_park on enterprise (park_code, registered_at desc) where park_code is not null;
create index enterprise_industry on enterprise (industry_code);
create index enterprise_region on enterprise (region_code);

-- Everything that the console keeps as 基础数据, in one form.
create view reference_item as
select 'DICTIONARY' as kind, code, name, null::text as type, parent_code, loaded, retired_at, updated_at, updated_by_name, version
from dictionary_item
union all
select 'INDUSTRY', code, name, level, parent_code, loaded, retired_at, updated_at, updated_by_name, version from industry
union all
select 'DIVISION', code, name, level, parent_code, loaded, retired_at, updated_at, updated_by_name, version from division
union all
select 'TOWN', code, name, type, division_code, loaded, retired_at, updated_at, updated_by_name, version from town
union all
select 'PARK', code, name, type, town_code, loaded, retired_at, updated_at, updated_by_name, version from park;

insert into role_permission (role_code, permission) values
    ('OPERATOR', 'user.reference.manage'),
    ('SYSTEM_ADMIN', 'user.reference.manage');
