-- What is told by text message alone waits like notices do: the result of an admission, and, to the phone that an account had, that it has another. The words of that auth-service knows, with the phone; what waits
-- says by which version of the account they are found.
alter table waiting_text_notice
    add column purpose         text not null default 'NOTIFICATION'
        check (purpose in ('NOTIFICATION', 'ADMISSION_APPROVED', 'ADMISSION_REJECTED', 'PHONE_CHANGED')),
    add column account_version bigint,
    alter column text drop not null,
    add constraint waiting_text_notice_words
        check ((purpose = 'PHONE_CHANGED') = (account_version is not null) and (purpose = 'PHONE_CHANGED') = (text is null));
