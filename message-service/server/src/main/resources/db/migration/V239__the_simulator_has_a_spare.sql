-- On a machine of one's own text messages move from one simulated provider to the other.
alter table sms_attempt drop constraint sms_attempt_provider_check;
alter table sms_attempt add constraint sms_attempt_provider_check
    check (provider in ('ALIYUN', 'TENCENT', 'SIMULATOR', 'SIMULATOR_SPARE')) not valid;
alter table sms_attempt validate constraint sms_attempt_provider_check;
