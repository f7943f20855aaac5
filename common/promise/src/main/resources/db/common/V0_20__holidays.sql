-- Years of the holiday calendar as user-service arranged them; elsewhere a copy. What is not here is what the platform brings with it.
create table holiday_year (
    year       integer     primary key check (year between 2000 and 2200),
    document   text        not null check (length(trim(document)) > 0),
    days_off   date[]      not null,
    days_work  date[]      not null check (not days_work && days_off),
    version    bigint      not null check (version > 0),
    changed_at timestamptz not null
);
