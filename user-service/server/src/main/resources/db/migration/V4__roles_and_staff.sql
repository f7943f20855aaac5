-- What the services declare, fed by their events.
create table permission (
    code        text primary key,
    name        text not null,
    application text not null,
    page        text not null,
    service     text not null,
    position    int  not null
);

create index permission_service on permission (service, position);

create table permission_version (
    service text   primary key,
    version bigint not null
);

alter table institution add column parent_id uuid references institution check (parent_id <> id);
create index institution_parent on institution (parent_id) where parent_id is not null;

alter table role drop constraint role_code_check;
alter table role
    add constraint role_code_check check (code ~ '^[A-Z][A-Z0-9_]*$'),
    -- Whose role it is; preset ones are nobody's.
    add column institution_id  uuid references institution,
    add column description     text not null default '' check (length(description) <= 200),
    -- Types of institutions whose people may have it; empty for roles of institutions, which only their own people have.
    add column holders         text[] not null default '{}',
    -- Three duties that no account may join (三员分立).
    add column duty            text not null default 'NONE' check (duty in ('NONE', 'SYSTEM', 'SECURITY', 'AUDIT')),
    add column created_by      uuid,
    add column created_by_name text,
    add column created_at      timestamptz,
    add column updated_by      uuid,
    add column updated_by_name text,
    add column updated_at      timestamptz,
    add column version         int not null default 0,
    add constraint role_code_duty unique (code, duty),
    add constraint role_name_once unique nulls not distinct (institution_id, name),
    add constraint role_who_made_it check ((institution_id is null) = (created_by is null));

create index role_institution on role (institution_id) where institution_id is not null;

alter table membership
    add column duty text not null default 'NONE',
    add column granted_by uuid,
    add column granted_by_name text,
    add constraint membership_duty foreign key (role_code, duty) references role (code, duty) on update cascade;

create unique index membership_one_duty on membership (account_id) where duty <> 'NONE';
create index membership_role on membership (role_code);

insert into role (code, name, duty) values
    ('STAFF', '机构人员', 'NONE'),
    ('INSTITUTION_ADMIN', '机构管理员', 'NONE'),
    ('SYSTEM_ADMIN', '系统管理员', 'SYSTEM'),
    ('SECURITY_ADMIN', '安全管理员', 'SECURITY'),
    ('AUDIT_ADMIN', '审计管理员', 'AUDIT');

update role set holders = string_to_array(preset.holders, ' '), description = preset.description
from (values
    ('ENTERPRISE_ADMIN', '', '领码通过后自动获得'),
    ('ENTERPRISE_VISITOR', '', '注册后、领码前'),
    ('OFFICER', 'DEPARTMENT TOWN', '部门与镇街的业务人员'),
    ('CODE_REVIEWER', 'DEPARTMENT OPERATOR', '审核领码申请，管理企业码'),
    ('FINANCE_OFFICE', 'DEPARTMENT', '审核金融产品，查看全部融资申请'),
    ('BANK_OFFICER', 'BANK', '办理本机构的融资申请与产品'),
    ('OPERATOR', 'OPERATOR', '平台日常运营'),
    ('STAFF', 'BANK DEPARTMENT TOWN OPERATOR CHAMBER PROVIDER', '每个机构账号都有，只能登录'),
    ('INSTITUTION_ADMIN', 'BANK DEPARTMENT TOWN CHAMBER PROVIDER', '管理本机构及下级的账号和角色'),
    ('SYSTEM_ADMIN', 'OPERATOR', '管理账号，不能授权'),
    ('SECURITY_ADMIN', 'OPERATOR', '管理角色并授权，不能管理账号'),
    ('AUDIT_ADMIN', 'OPERATOR', '查看日志，不能管理账号和授权')
) as preset (code, holders, description)
where role.code = preset.code;

-- The log of sign-ins is the audit administrator's alone; there never was a route for the dead letters.
delete from role_permission where permission = 'events.dead-letter'
    or (role_code = 'OPERATOR' and permission = 'auth.signin-log.read');

insert into role_permission (role_code, permission)
select role, unnest(string_to_array(permissions, ' '))
from (values
    ('STAFF', 'self'),
    ('INSTITUTION_ADMIN', 'self user.account.read user.staff.manage user.staff.grant user.role.read user.role.manage'),
    ('SYSTEM_ADMIN', 'self user.account.read user.staff.manage user.enterprise-account.manage user.role.read'),
    ('SECURITY_ADMIN', 'self user.account.read user.staff.grant user.role.read user.role.manage user.role.grant-any'),
    ('AUDIT_ADMIN', 'self user.account.read user.role.read auth.signin-log.read')
) as preset (role, permissions);

alter table account
    add column enabled boolean not null default true,
    -- Of what was heard last about it: events have no order.
    add column status_version bigint not null default 0;
