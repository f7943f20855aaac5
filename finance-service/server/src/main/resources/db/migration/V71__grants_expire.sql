-- Credit that was granted and of which nothing was drawn until its last day has expired: it is no loan, first or other.
alter table loan_application drop constraint loan_application_status_check;
alter table loan_application add constraint loan_application_status_check
    check (status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'SETTLED', 'EXPIRED'));
alter table loan_application drop constraint grant_is_complete_or_absent;
alter table loan_application add constraint grant_is_complete_or_absent check (
    (status in ('APPROVED', 'SETTLED', 'EXPIRED'))
        = (num_nonnulls(granted_amount, granted_rate, granted_term_months, valid_until) = 4)
    and num_nonnulls(granted_amount, granted_rate, granted_term_months, valid_until) in (0, 4));
alter table loan_application add constraint expired_was_never_drawn check (status <> 'EXPIRED' or disbursed_amount = 0);
alter table loan_application_step drop constraint loan_application_step_kind_check;
alter table loan_application_step add constraint loan_application_step_kind_check
    check (kind in ('SUBMITTED', 'ACCEPTED', 'MATERIAL_ASKED', 'MATERIAL_SUPPLIED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'DISBURSED',
        'SETTLED', 'EXPIRED'));
create index loan_application_undrawn on loan_application (valid_until) where status = 'APPROVED' and disbursed_amount = 0;
