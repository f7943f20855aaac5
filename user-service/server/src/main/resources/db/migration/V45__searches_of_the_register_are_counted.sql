-- How often somebody searched since the minute began; of no use after it, so that losing it in a crash does no harm.
create unlogged table register_search (
    account_id uuid        primary key,
    since      timestamptz not null,
    searches   int         not null
);
