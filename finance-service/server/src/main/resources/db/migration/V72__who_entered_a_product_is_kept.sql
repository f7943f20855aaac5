-- What was sent back and has been changed since is its bank's own again: the finance office reads it when it is handed in.
update loan_product_entry set status = 'DRAFT', submitted_at = null where status = 'RETURNED' and changed_at > decided_at;
