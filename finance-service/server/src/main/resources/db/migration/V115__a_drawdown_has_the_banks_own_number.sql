-- Two drawdowns of one amount on one day are told apart by the number that the bank itself gives each. What was recorded before has none.
alter table loan_disbursement
    add column reference text check (reference ~ '^[0-9A-Za-z._/-]{1,64}$');
create unique index loan_disbursement_one_of_a_reference
    on loan_disbursement (application_id, reference) where reference is not null;
