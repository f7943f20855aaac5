-- A bank's own suspension stands beside that of the finance office, which is the one that holds: each is lifted by itself.
alter table loan_product
    add column bank_suspension_reason text check (bank_suspension_reason <> ''),
    add column bank_suspended_at      timestamptz,
    add constraint loan_product_bank_suspension_is_whole
        check (num_nulls(bank_suspension_reason, bank_suspended_at) in (0, 2)),
    add constraint loan_product_bank_suspension_stands_beside_another
        check (bank_suspended_at is null or coalesce(suspended_by, '') = 'FINANCE_OFFICE');
