-- How often somebody had a covered field shown, by day.
create table reveal_count (
    account_id uuid not null,
    day        date not null,
    count      int  not null,
    primary key (account_id, day)
);
