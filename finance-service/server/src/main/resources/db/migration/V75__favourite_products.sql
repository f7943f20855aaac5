-- What an enterprise wants to find again; no person stands beside it, for it is the enterprise's.
create table favourite_product (
    enterprise_id uuid        not null,
    product_id    uuid        not null references loan_product on delete cascade,
    added_at      timestamptz not null,
    primary key (enterprise_id, product_id)
);
create index favourite_product_newest on favourite_product (enterprise_id, added_at desc);
create index favourite_product_of_product on favourite_product (product_id);
