-- The applicant's name stands in one place alone, under its field rule.
update code_change set reason = regexp_replace(reason, '，申请人 .*$', '') where action = 'CERTIFIED_AGAIN' and reason like '%，申请人 %';
