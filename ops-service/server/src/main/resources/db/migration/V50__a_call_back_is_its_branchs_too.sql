-- What was promised before knows of no branch: heads of the one that handled the case saw no call-back on their board.
update promise p set branch_id = e.branch_id
from evaluation e
where p.kind = 'EVALUATION_CALL_BACK' and p.case_id = e.round_id and p.ended_at is null and e.branch_id is not null;
