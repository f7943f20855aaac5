-- How often somebody did today what they may not do without end, by what it was.
create table day_count (
    account_id uuid not null,
    name       text not null,
    day        date not null,
    count      int  not null,
    primary key (account_id, name)
);
