-- What the services declare that they process: each tells its own, whole, when it changes.
create table processing_declaration (
    service     text        primary key,
    owner       text        not null,
    version     bigint      not null,
    declared_at timestamptz not null
);

create table processing_activity (
    service    text   not null references processing_declaration,
    code       text   not null,
    purpose    text   not null,
    categories text[] not null,
    basis      text   not null,
    receivers  text[] not null,
    retention  text   not null,
    position   int    not null,
    primary key (service, code)
);
