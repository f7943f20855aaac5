-- What was promised before knows of no branch: officers and heads of the one where an application lies were called for none, and saw none on their board.
update promise p set branch_id = a.branch_id, branch_name = a.branch_name
from loan_application a
where p.kind = 'BANK_ANSWER' and p.case_id = a.id and p.ended_at is null and a.branch_id is not null;
