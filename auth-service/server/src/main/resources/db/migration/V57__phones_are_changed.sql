-- A code that proves a new phone of an account, or the one that it has.
alter table sms_code drop constraint sms_code_purpose_check;
alter table sms_code add constraint sms_code_purpose_check check (purpose in ('SIGN_IN', 'PASSWORD_RESET', 'REGISTRATION', 'PHONE_CHANGE'));
