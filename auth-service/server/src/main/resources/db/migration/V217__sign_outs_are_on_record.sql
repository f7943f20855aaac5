alter table sign_in_log drop constraint sign_in_log_result_check;
alter table sign_in_log add constraint sign_in_log_result_check check (result in ('SUCCESS', 'SECOND_FACTOR_ASKED', 'BAD_CREDENTIALS',
    'BAD_SMS_CODE', 'BAD_CODE', 'BAD_PASSKEY', 'PROVIDER_FAILED', 'PHONE_UNVERIFIED', 'LOCKED', 'DISABLED', 'UNAVAILABLE',
    'SIGNED_OUT', 'SIGNED_OUT_ELSEWHERE', 'SIGNED_OUT_BY_APP', 'SIGNED_OUT_IDLE', 'SIGNED_OUT_BY_TIME', 'SIGNED_OUT_BY_CHANGE', 'SIGNED_OUT_BY_STAFF'));

-- What ended by itself long before anybody wrote that down is not told as if it ended now.
update signed_in_session set ended_at = seen_at where ended_at is null and seen_at < now() - interval '2 days';

create index signed_in_session_open_seen on signed_in_session (seen_at) where ended_at is null;
create index signed_in_session_open_started on signed_in_session (started_at) where ended_at is null;
