-- What happens often is one message a day, which says how often. How often is counted apart from the message, which its receiver may delete.
create table tally (
    topic text not null,
    day   date not null,
    times int  not null,
    primary key (day, topic)
);

alter table message
    add column topic text,
    add column day   date,
    add constraint message_topic check ((topic is null) = (day is null));

create unique index message_of_day on message (account_id, day, topic) where topic is not null;
