-- What was sent back and has been changed since is its bank's own again: the finance office reads it when it is handed in.
update loan_product_entry set status = 'DRAFT', submitted_at = null where status = 'RETURNED' and changed_at > decided_at;

-- All who entered it or handed it in: none of them reviews it. Of those before it is known who did so last.
alter table loan_product_entry add column authors text[];
update loan_product_entry
set authors = case
        when submitted_by is distinct from entered_by and submitted_by is not null then array[entered_by::text, submitted_by::text]
        else array[entered_by::text]
    end;
alter table loan_product_entry
    alter column authors set not null,
    add check (cardinality(authors) > 0);

-- Applications are found by their product already (loan_application_by_product).
create index loan_product_entry_of_product on loan_product_entry (product_id, edition);
