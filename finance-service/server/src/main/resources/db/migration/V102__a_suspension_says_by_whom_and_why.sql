-- Who took a product off sale and why. Of those suspended before this it is not known, and their banks may put them on sale again.
alter table loan_product
    add column suspended_by      text check (suspended_by in ('BANK', 'FINANCE_OFFICE')),
    add column suspension_reason text check (suspension_reason <> ''),
    add column suspended_at      timestamptz,
    add constraint loan_product_suspension_is_whole
        check (num_nulls(suspended_by, suspension_reason, suspended_at) in (0, 3)),
    add constraint loan_product_on_sale_has_no_suspension
        check (status = 'SUSPENDED' or suspended_by is null);
