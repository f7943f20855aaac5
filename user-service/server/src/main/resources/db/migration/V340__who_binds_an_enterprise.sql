-- What binds the whole enterprise is done by its administrators: consents, the printed code, reports under a number. Members go on reading all of it.
insert into role_permission (role_code, permission)
values ('ENTERPRISE_ADMIN', 'enterprise.consent'),
       ('ENTERPRISE_ADMIN', 'code.own.manage'),
       ('ENTERPRISE_ADMIN', 'match.report.issue')
on conflict do nothing;
