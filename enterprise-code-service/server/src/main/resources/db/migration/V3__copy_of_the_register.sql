-- What claims are held against: a copy of the register, fed by its events.
create table registered_enterprise (
    id            uuid    primary key,
    uscc          text    not null,
    name          text    not null,
    legal_rep     text    not null,
    town_code     text    not null,
    industry_code text    not null,
    status        text    not null,
    demo          boolean not null,
    version       bigint  not null
);
