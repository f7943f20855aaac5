-- By which the keys are known again that this service has encrypted with (version) and indexed with (0). The keys stand nowhere in the database.
create table data_key (
    version       int         primary key check (version >= 0),
    proof         text        not null,
    first_used_at timestamptz not null default now()
);
