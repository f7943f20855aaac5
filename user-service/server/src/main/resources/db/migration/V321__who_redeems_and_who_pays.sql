-- Policies are redeemed by enterprises; departments keep budgets, review, and pay. That who prepares a payment does not approve it is held person by person, not by roles.
insert into role_permission (role_code, permission)
values ('ENTERPRISE_ADMIN', 'policy.redemption.apply'),
       ('ENTERPRISE_MEMBER', 'policy.redemption.apply'),
       ('OFFICER', 'policy.redemption.manage'),
       ('OFFICER', 'policy.redemption.handle'),
       ('OFFICER', 'policy.payment.prepare'),
       ('OFFICER', 'policy.payment.approve');
