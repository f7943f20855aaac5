-- The longest term that was published when the enterprise applied: a grant is held against it, whoever brings it.
alter table loan_application
    add column published_term_months integer check (published_term_months > 0);

update loan_application a
set published_term_months = (e.terms ->> 'termMonths')::integer
from loan_product_edition e
where e.product_id = a.product_id and e.edition = a.product_edition and e.terms ->> 'termMonths' is not null;

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
        or old.submitted_at is distinct from new.submitted_at
        or old.offered_rate is distinct from new.offered_rate
        or old.published_rate is distinct from new.published_rate
        or old.published_term_months is distinct from new.published_term_months)
execute function keep_origin();
