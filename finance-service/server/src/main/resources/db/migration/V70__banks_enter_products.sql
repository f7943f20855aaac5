-- A bank enters its products itself. What is published has editions: an application keeps the one under which it was made.
alter table loan_product
    add column edition         integer not null default 1 check (edition > 0),
    add column min_amount_wan  numeric(12, 2) check (min_amount_wan > 0),
    add column min_term_months integer check (min_term_months > 0),
    add column min_rate        numeric(7, 4) check (min_rate > 0),
    add column max_rate        numeric(7, 4) check (max_rate <= 24),
    -- What besides the figures is told of a product that its bank entered; of one from a public source it is not known.
    add column offer           jsonb,
    add constraint amounts_in_order check (min_amount_wan <= max_amount_wan),
    add constraint terms_in_order check (min_term_months <= term_months),
    add constraint rates_in_order check (num_nonnulls(min_rate, max_rate) in (0, 2) and min_rate <= max_rate);

create sequence loan_product_number;

-- Each edition as it was published, for those who applied under it; only ever added to.
create table loan_product_edition (
    product_id    uuid        not null references loan_product,
    edition       integer     not null check (edition > 0),
    terms         jsonb       not null,
    in_force_from timestamptz not null,
    primary key (product_id, edition)
);
insert into loan_product_edition (product_id, edition, terms, in_force_from)
select id, 1, jsonb_build_object(
           'title', title, 'productType', product_type, 'guarantee', guarantee, 'maxAmountWan', max_amount_wan,
           'termMonths', term_months, 'rateText', rate_text, 'summary', summary, 'criteria', criteria, 'rule', rule,
           'publishedBy', published_by, 'source', source, 'confidence', confidence), published_at
from loan_product;

alter table loan_application add column product_edition integer not null default 1;
alter table loan_application alter column product_edition drop default;
alter table loan_application
    add constraint application_has_its_edition foreign key (product_id, product_edition) references loan_product_edition;
drop trigger loan_application_origin_is_kept on loan_application;
create trigger loan_application_origin_is_kept
    before update on loan_application
    for each row
    when (old.channel is distinct from new.channel
        or old.number is distinct from new.number
        or old.amount is distinct from new.amount
        or old.product_id is distinct from new.product_id
        or old.product_edition is distinct from new.product_edition
        or old.bank_id is distinct from new.bank_id
        or old.enterprise_id is distinct from new.enterprise_id
        or old.submitted_at is distinct from new.submitted_at)
execute function keep_origin();

-- What a bank works at: a product that is not there yet, or the next edition of one that is.
create table loan_product_entry (
    id              uuid primary key,
    product_id      uuid references loan_product,
    edition         integer,
    bank_id         uuid        not null,
    bank_name       text        not null,
    title           text        not null,
    content         jsonb       not null,
    status          text        not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'DISCARDED')),
    entered_by      uuid        not null,
    entered_by_name text        not null,
    changed_at      timestamptz not null,
    submitted_at    timestamptz,
    submitted_by    uuid,
    decided_at      timestamptz,
    decided_by      uuid,
    decided_by_name text,
    return_reason   text check (length(trim(return_reason)) > 0),
    version         integer     not null,
    constraint approved_is_an_edition
        check ((status = 'APPROVED') = (edition is not null) and (edition is null or product_id is not null)),
    constraint returned_has_its_reason check (status <> 'RETURNED' or return_reason is not null),
    foreign key (product_id, edition) references loan_product_edition
);
-- Two people of a bank do not work at two next editions of one product.
create unique index loan_product_entry_one_open
    on loan_product_entry (product_id) where status in ('DRAFT', 'SUBMITTED', 'RETURNED');
create index loan_product_entry_of_bank on loan_product_entry (bank_id, changed_at desc);
create index loan_product_entry_by_status on loan_product_entry (status, changed_at desc);
