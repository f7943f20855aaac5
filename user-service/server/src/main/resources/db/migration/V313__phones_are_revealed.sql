-- How often somebody had a covered field shown, by day.
create table reveal_count (
    account_id uuid not null,
    day        date not null,
    count      int  not null,
    primary key (account_id, day)
);

-- Whoever looks after the accounts of enterprises' people may have to call them.
insert into role_permission (role_code, permission)
values ('SYSTEM_ADMIN', 'user.enterprise-account.reveal')
on conflict do nothing;
