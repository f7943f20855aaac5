-- What an enterprise has typed of an application and not handed in: one for each product, its own affair, gone when it is handed in.
create table loan_draft (
    id                    uuid        primary key,
    enterprise_id         uuid        not null,
    product_id            uuid        not null references loan_product on delete cascade,
    product_edition       int         not null check (product_edition >= 1),
    amount_wan            text,
    term_months           int,
    purpose               text,
    purpose_note          text,
    kind                  text        check (kind in ('FIRST', 'RENEWAL', 'ADDITIONAL')),
    renews_application_id uuid,
    contact_name          text,
    use_account_phone     boolean     not null,
    contact_phone         text
        constraint loan_draft_phone_encrypted check (contact_phone like 'sm4:%'),
    author_id             uuid        not null,
    author_name           text        not null,
    begun_at              timestamptz not null,
    saved_at              timestamptz not null,
    version               int         not null,
    constraint loan_draft_one_for_each_product unique (enterprise_id, product_id)
);
create index loan_draft_newest on loan_draft (enterprise_id, saved_at desc, id);
create index loan_draft_of_product on loan_draft (product_id);
-- Whoever takes out what is kept of them.
create index loan_draft_author on loan_draft (author_id, saved_at desc, id);
-- What has lain for its term.
create index loan_draft_age on loan_draft (saved_at);
