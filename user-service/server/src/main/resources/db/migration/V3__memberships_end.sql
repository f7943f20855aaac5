-- When the last code of the enterprise that is known to be revoked was revoked: what came with codes before is void.
alter table enterprise add column code_revoked_at timestamptz;

-- Orders what is told about the memberships of an account.
create table member_version (
    account_id uuid   primary key,
    version    bigint not null
);

insert into member_version (account_id, version)
select account_id, count(*) from membership group by account_id;
