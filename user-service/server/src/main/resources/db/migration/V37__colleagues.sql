insert into role (code, name, description) values
    ('ENTERPRISE_MEMBER', '企业成员', '由企业管理员邀请，办理企业的业务，不管理成员');

insert into role_permission (role_code, permission) values
    ('ENTERPRISE_MEMBER', 'self'),
    ('ENTERPRISE_MEMBER', 'enterprise.own'),
    ('ENTERPRISE_MEMBER', 'finance.apply'),
    ('ENTERPRISE_MEMBER', 'code.claim'),
    ('ENTERPRISE_ADMIN', 'enterprise.members');

-- Either whoever has the link, or whoever has the phone: once, and until its time is over. Of a link only the hash is kept.
create table enterprise_invitation (
    id               uuid        primary key,
    enterprise_id    uuid        not null references enterprise,
    role_code        text        not null references role check (role_code in ('ENTERPRISE_ADMIN', 'ENTERPRISE_MEMBER')),
    phone            text        check (phone ~ '^1[3-9][0-9]{9}$'),
    token_hash       bytea       unique check (length(token_hash) = 32),
    invited_by       uuid        not null,
    invited_by_name  text        not null,
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    accepted_by      uuid,
    accepted_by_name text,
    accepted_at      timestamptz,
    withdrawn_at     timestamptz,
    check (num_nonnulls(phone, token_hash) = 1),
    check (num_nulls(accepted_by, accepted_by_name, accepted_at) in (0, 3)),
    check (accepted_at is null or withdrawn_at is null)
);

create index enterprise_invitation_newest on enterprise_invitation (enterprise_id, created_at desc, id);
create index enterprise_invitation_phone on enterprise_invitation (phone) where accepted_at is null and withdrawn_at is null;
