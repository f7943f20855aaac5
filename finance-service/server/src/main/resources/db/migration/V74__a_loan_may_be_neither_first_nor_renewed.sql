-- Who has borrowed already, here or elsewhere, and does not renew that loan, asks for one more. What was entered as a renewal before stays as its enterprise
-- declared it, also where the loan that it names is another bank's: there was nothing else to choose.
alter table loan_application drop constraint loan_application_kind_check;
alter table loan_application add constraint loan_application_kind_check check (kind in ('FIRST', 'RENEWAL', 'ADDITIONAL'));

-- Answered within the time that renewals have here by now.
insert into promise_term (kind, case_class, working_days, warn_after, escalate_after)
select kind, 'ADDITIONAL', working_days, warn_after, escalate_after
from promise_term
where kind = 'BANK_ANSWER' and case_class = 'RENEWAL';
