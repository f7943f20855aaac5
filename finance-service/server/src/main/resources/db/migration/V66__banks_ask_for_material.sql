-- A bank may need more before it decides; until the enterprise has supplied it, the time of the answer stands still.
alter table loan_application drop constraint loan_application_status_check;
alter table loan_application add constraint loan_application_status_check
    check (status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'SETTLED'));
alter table loan_application_step drop constraint loan_application_step_kind_check;
alter table loan_application_step add constraint loan_application_step_kind_check
    check (kind in ('SUBMITTED', 'ACCEPTED', 'MATERIAL_ASKED', 'MATERIAL_SUPPLIED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'DISBURSED',
        'SETTLED'));

-- It is undecided all the same.
drop index loan_application_one_open;
create unique index loan_application_one_open
    on loan_application (enterprise_id, product_id) where status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL');
