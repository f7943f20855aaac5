-- What was offered when the enterprise chose, and the highest rate that was published when it applied: a grant is held against both.
alter table loan_application
    add column offered_rate   numeric(7, 4) check (offered_rate > 0),
    add column published_rate numeric(7, 4) check (published_rate > 0);

update loan_application a
set offered_rate = c.offered_rate
from financing_demand d join demand_claim c on c.demand_id = d.id and c.status = 'CHOSEN'
where d.application_id = a.id;

update loan_application a
set published_rate = (e.terms ->> 'maxRate')::numeric
from loan_product_edition e
where e.product_id = a.product_id and e.edition = a.product_edition and e.terms ->> 'maxRate' is not null;

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
        or old.published_rate is distinct from new.published_rate)
execute function keep_origin();
