-- What is handed to the treasury at once: made by one person, approved by another.
create sequence redemption_batch_number;

create table redemption_batch (
    id               uuid          primary key,
    number           text          not null unique,
    institution_id   uuid          not null,
    institution_name text          not null,
    state            text          not null check (state in ('DRAFT', 'APPROVED', 'EXPORTED', 'SETTLED', 'CANCELLED')),
    payments         integer       not null check (payments > 0),
    total            numeric(16,2) not null check (total > 0),
    prepared_by      uuid          not null,
    preparer         text          not null,
    prepared_at      timestamptz   not null,
    approved_by      uuid,
    approver         text,
    approved_at      timestamptz,
    exported_by      uuid,
    exporter         text,
    exported_at      timestamptz,
    settled_at       timestamptz,
    reason           text,
    version          integer       not null,
    constraint redemption_batch_has_four_eyes check (approved_by <> prepared_by),
    check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (approver is null)),
    check (approved_by is not null or state in ('DRAFT', 'CANCELLED')),
    check ((exported_at is not null) = (state in ('EXPORTED', 'SETTLED'))),
    check ((settled_at is not null) = (state = 'SETTLED')),
    check ((reason is not null) = (state = 'CANCELLED'))
);
create index redemption_batch_of_institution on redemption_batch (institution_id, prepared_at desc);

create table redemption_batch_item (
    batch_id       uuid          not null references redemption_batch,
    application_id uuid          not null references redemption_application,
    amount         numeric(14,2) not null check (amount > 0),
    outcome        text          not null check (outcome in ('PENDING', 'PAID', 'FAILED', 'CANCELLED')),
    -- By which the treasury knows the payment.
    reference      text,
    reason         text,
    primary key (batch_id, application_id),
    check (outcome <> 'PAID' or reference is not null),
    check (outcome <> 'FAILED' or reason is not null)
);
-- An application is in one batch at a time, and in none any more once it was paid.
create unique index redemption_batch_item_once on redemption_batch_item (application_id) where outcome in ('PENDING', 'PAID');
-- Nothing is paid but with a batch that it is in.
alter table redemption_entry add foreign key (batch_id, application_id) references redemption_batch_item (batch_id, application_id);
