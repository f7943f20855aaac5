-- The park of an enterprise does not stand in the register: staff of the district say it.
insert into role_permission (role_code, permission) values
    ('OPERATOR', 'user.enterprise.park'),
    ('OFFICER', 'user.enterprise.park');
