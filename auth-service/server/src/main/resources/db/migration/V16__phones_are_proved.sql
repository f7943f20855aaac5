-- An account is opened by who has the phone. Before, anybody could open one for any phone: those that opened themselves count as not proved,
-- until the owner of the phone sets a password by it. Staff said whose phone it is for the accounts that they opened.
alter table account add column phone_verified_at timestamptz;
update account set phone_verified_at = registered_at
where demo or user_type in ('BANK', 'GOVERNMENT', 'OPERATOR') or username is not null
   or id in (select account_id from password_link where credential_version = 0);

alter table sms_code drop constraint sms_code_purpose_check;
alter table sms_code add constraint sms_code_purpose_check check (purpose in ('SIGN_IN', 'PASSWORD_RESET', 'REGISTRATION'));

alter table sign_in_log drop constraint sign_in_log_result_check;
alter table sign_in_log add constraint sign_in_log_result_check check (result in ('SUCCESS', 'SECOND_FACTOR_ASKED', 'BAD_CREDENTIALS',
    'BAD_SMS_CODE', 'BAD_CODE', 'PHONE_UNVERIFIED', 'LOCKED', 'DISABLED', 'UNAVAILABLE'));
