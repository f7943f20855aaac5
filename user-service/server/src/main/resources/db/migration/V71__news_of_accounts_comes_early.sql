-- What is heard of an account before its opening: kept until the opening comes. Events have no order.
create table account_early (
    account_id     uuid    primary key,
    enabled        boolean,
    status_version bigint  not null default 0,
    display_name   text,
    name_version   bigint  not null default 0,
    check ((enabled is null) = (status_version = 0)),
    check ((display_name is null) = (name_version = 0))
);
