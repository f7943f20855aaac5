-- How many disbursements there were on a day is asked by nobody, and whose a code is stands with its events.
alter table disbursement_roll_up drop column disbursements;
alter table code_standing drop column enterprise_id;
