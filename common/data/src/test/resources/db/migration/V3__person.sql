create table person (
    id          uuid  primary key,
    phone       text  not null,
    phone_index bytea unique
);
