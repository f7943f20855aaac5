-- What was shown before a code was reissued is dead, however fresh it is.
alter table enterprise_code add column reissued_at timestamptz;

alter table code_change drop constraint code_change_action_check;
alter table code_change add constraint code_change_action_check
    check (action in ('ISSUED', 'FROZEN', 'UNFROZEN', 'REVOKED', 'REISSUED', 'LEVEL_CHANGED'));
