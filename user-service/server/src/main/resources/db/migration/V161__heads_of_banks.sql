-- Who is told when a bank's people do not answer in time, and who looks after all of them.
insert into role (code, name, holders, description)
values ('BANK_HEAD', '银行负责人', '{BANK}', '查看本机构的融资申请，督办办理时限');

insert into role_permission (role_code, permission)
values ('BANK_HEAD', 'self'),
       ('BANK_HEAD', 'finance.application.read-all'),
       ('BANK_HEAD', 'finance.promise.supervise'),
       ('FINANCE_OFFICE', 'finance.promise.oversee'),
       ('OPERATOR', 'finance.promise.oversee'),
       ('OPERATOR', 'code.promise.supervise');

insert into role_scope (role_code, resource, holder, kind)
values ('BANK_HEAD', 'finance.application', '', 'INSTITUTION');
