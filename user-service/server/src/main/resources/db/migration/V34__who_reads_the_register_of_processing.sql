insert into role_permission (role_code, permission) values
    ('OPERATOR', 'code.processing.read');
