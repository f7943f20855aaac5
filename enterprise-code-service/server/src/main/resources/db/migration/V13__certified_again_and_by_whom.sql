-- 重新认证: who acts for an enterprise with a code may prove it anew; 解绑: who proved it may give it up.
alter table claim add column kind text not null default 'FIRST' check (kind in ('FIRST', 'RENEWAL'));
alter table claim alter column kind drop default;

alter table enterprise_code
    add column certifier_id   uuid,
    add column certifier_name text,
    add column certified_at   timestamptz;

update enterprise_code code
set certifier_id = claim.applicant_id, certifier_name = claim.applicant_name, certified_at = code.issued_at
from claim
where claim.id = code.claim_id;

alter table enterprise_code
    alter column certifier_id set not null,
    alter column certifier_name set not null,
    alter column certified_at set not null;

alter table code_change drop constraint code_change_action_check;
alter table code_change add constraint code_change_action_check
    check (action in ('ISSUED', 'FROZEN', 'UNFROZEN', 'REVOKED', 'REISSUED', 'LEVEL_CHANGED', 'CERTIFIED_AGAIN', 'UNBOUND'));
