-- Accounts that were closed for good: no claim is approved for them, whatever was on its way. Events have no order.
create table closed_account (
    account_id uuid primary key,
    closed_at  timestamptz not null
);

-- Which code is to be certified anew: by the time of the decision the enterprise may have another.
alter table claim
    add column renews_code_id uuid references enterprise_code,
    add check (renews_code_id is null or kind = 'RENEWAL');

update claim c
set renews_code_id = (
    select k.id from enterprise_code k where k.enterprise_id = c.enterprise_id and k.issued_at <= c.submitted_at
    order by k.issued_at desc limit 1)
where kind = 'RENEWAL';

create index claim_open_of_applicant on claim (applicant_id) where status in ('SUBMITTED', 'RETURNED');
