-- What people are shown uncovered is counted with all else that is counted by day. Today's counts go along, so that nobody begins anew.
create table day_count (
    account_id uuid not null,
    name       text not null,
    day        date not null,
    count      int  not null,
    primary key (account_id, name)
);
insert into day_count (account_id, name, day, count)
select distinct on (account_id) account_id, 'REVEAL', day, count from reveal_count order by account_id, day desc;
drop table reveal_count;
