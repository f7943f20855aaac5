-- 数据权限: how far a role reaches into the records of a resource. Of a resource that it says nothing of it reaches to the own institution and below, never to all.
create table role_scope (
    role_code    text   not null references role on delete cascade,
    resource     text   not null,
    -- Preset roles only: of people of which type of institution it says so; empty: of all.
    holder       text   not null default '' check (holder in ('', 'BANK', 'DEPARTMENT', 'TOWN', 'OPERATOR', 'CHAMBER', 'PROVIDER')),
    kind         text   not null check (kind in ('ALL', 'INSTITUTION', 'OWN', 'TOWNS', 'INSTITUTIONS')),
    towns        text[] not null default '{}' check (kind = 'TOWNS' or towns = '{}'),
    institutions uuid[] not null default '{}' check (kind = 'INSTITUTIONS' or institutions = '{}'),
    primary key (role_code, resource, holder)
);

insert into role_scope (role_code, resource, holder, kind)
values ('BANK_OFFICER', 'finance.application', '', 'INSTITUTION'),
       ('BANK_OFFICER', 'code.scan', '', 'OWN'),
       ('INSTITUTION_ADMIN', 'user.staff', '', 'INSTITUTION'),
       ('INSTITUTION_ADMIN', 'user.enterprise-user', '', 'INSTITUTION'),
       ('INSTITUTION_ADMIN', 'user.institution', '', 'INSTITUTION'),
       ('FINANCE_OFFICE', 'finance.application', '', 'ALL'),
       ('FINANCE_OFFICE', 'user.enterprise', '', 'ALL'),
       ('FINANCE_OFFICE', 'user.institution', '', 'ALL'),
       ('FINANCE_OFFICE', 'code.scan', '', 'OWN'),
       ('CODE_REVIEWER', 'code.claim', '', 'ALL'),
       ('CODE_REVIEWER', 'code.code', '', 'ALL'),
       ('CODE_REVIEWER', 'user.enterprise', '', 'ALL'),
       ('CODE_REVIEWER', 'code.scan', '', 'OWN'),
       ('OFFICER', 'user.enterprise', 'DEPARTMENT', 'ALL'),
       ('OFFICER', 'user.enterprise', 'TOWN', 'INSTITUTION'),
       ('OFFICER', 'code.scan', '', 'OWN'),
       ('OPERATOR', 'code.claim', '', 'ALL'),
       ('OPERATOR', 'code.code', '', 'ALL'),
       ('OPERATOR', 'finance.application', '', 'ALL'),
       ('OPERATOR', 'user.enterprise', '', 'ALL'),
       ('OPERATOR', 'user.enterprise-user', '', 'ALL'),
       ('OPERATOR', 'user.staff', '', 'ALL'),
       ('OPERATOR', 'user.institution', '', 'ALL'),
       ('SYSTEM_ADMIN', 'user.enterprise-user', '', 'ALL'),
       ('SYSTEM_ADMIN', 'user.staff', '', 'ALL'),
       ('SYSTEM_ADMIN', 'user.institution', '', 'ALL'),
       ('SECURITY_ADMIN', 'user.enterprise-user', '', 'ALL'),
       ('SECURITY_ADMIN', 'user.staff', '', 'ALL'),
       ('AUDIT_ADMIN', 'user.enterprise-user', '', 'ALL'),
       ('AUDIT_ADMIN', 'user.staff', '', 'ALL');

-- Roles that institutions made before there were scopes keep what they saw, and now say so: whoever looks after them sees it and can narrow it.
insert into role_scope (role_code, resource, kind)
select distinct role.code, seen.resource, 'ALL'
from role
join role_permission permission on permission.role_code = role.code
join institution on institution.id = role.institution_id
join (values
    ('user.enterprise.read', 'user.enterprise', false),
    ('user.enterprise.park', 'user.enterprise', false),
    ('code.claim.review', 'code.claim', false),
    ('code.claim.reveal', 'code.claim', false),
    ('code.manage', 'code.code', false),
    ('finance.application.read-all', 'finance.application', false),
    ('user.enterprise-account.manage', 'user.enterprise-user', false),
    ('user.bank.manage', 'user.institution', false),
    ('user.account.read', 'user.staff', true),
    ('user.account.read', 'user.enterprise-user', true),
    ('user.staff.manage', 'user.staff', true),
    ('user.staff.grant', 'user.staff', true),
    ('user.institution.read', 'user.institution', true),
    ('user.institution.manage', 'user.institution', true)
) as seen (permission, resource, of_operator) on seen.permission = permission.permission
where not seen.of_operator or institution.type = 'OPERATOR';
