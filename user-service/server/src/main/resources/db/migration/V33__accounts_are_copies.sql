-- Of the name that was heard last: events have no order.
alter table account add column name_version bigint not null default 0;

-- Accounts of staff that were asked for. The phone names one that is not finished: whoever asks again gets the same account, whatever became of the
-- first question. It goes when the account is there.
create table staff_opening (
    account_id   uuid        primary key,
    phone        text        unique check (phone ~ '^1[3-9][0-9]{9}$'),
    display_name text        not null,
    user_type    text        not null,
    tries        int         not null default 1,
    begun_at     timestamptz not null,
    opened_at    timestamptz,
    check ((phone is null) = (opened_at is not null))
);

-- People in lists: the copies of their accounts, and those who have just been opened, whose copy is on its way.
create view staff_person as
select id, display_name, user_type, enabled, demo, registered_at from account
union all
select o.account_id, o.display_name, o.user_type, true, false, o.opened_at from staff_opening o
where o.opened_at is not null and not exists (select from account a where a.id = o.account_id);
