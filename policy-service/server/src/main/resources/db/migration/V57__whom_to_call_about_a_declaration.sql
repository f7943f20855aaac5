-- Whom the department calls; the phone is encrypted. What was handed in before has none.
alter table declaration
    add column contact_name  text check (length(contact_name) between 1 and 50),
    add column contact_phone text check (contact_phone like 'sm4:%');

-- How often somebody had a covered field shown, by day.
create table reveal_count (
    account_id uuid not null,
    day        date not null,
    count      int  not null,
    primary key (account_id, day)
);
