insert into role (code, name) values
    ('ENTERPRISE_ADMIN', '企业管理员'),
    ('ENTERPRISE_VISITOR', '未认证企业用户'),
    ('OFFICER', '部门工作人员'),
    ('CODE_REVIEWER', '领码审核员'),
    ('FINANCE_OFFICE', '金融办'),
    ('BANK_OFFICER', '银行客户经理'),
    ('OPERATOR', '运营管理员');

insert into role_permission (role_code, permission)
select role, unnest(string_to_array(permissions, ' '))
from (values
    ('ENTERPRISE_ADMIN', 'self enterprise.own finance.apply code.claim'),
    ('ENTERPRISE_VISITOR', 'self code.claim'),
    ('OFFICER', 'self code.scan stats.dashboard.read policy.manage user.enterprise.read'),
    ('CODE_REVIEWER', 'self code.claim.review code.manage code.scan user.enterprise.read'),
    ('FINANCE_OFFICE', 'self finance.product.review finance.application.read-all stats.dashboard.read user.enterprise.read code.scan'),
    ('BANK_OFFICER', 'self finance.application.handle finance.product.own code.scan'),
    ('OPERATOR', 'self code.claim.review code.manage finance.product.review finance.application.read-all policy.manage '
        || 'stats.dashboard.read auth.signin-log.read user.account.read user.enterprise.read events.dead-letter')
) as preset (role, permissions);
