-- What somebody objects to an application that is shown to the public; answered before its money is approved.
create table redemption_objection (
    id             uuid        primary key,
    application_id uuid        not null references redemption_application,
    institution_id uuid        not null,
    account_id     uuid        not null,
    person_name    text        not null,
    -- Encrypted.
    contact_phone  text        not null check (contact_phone like 'sm4:%'),
    words          text        not null,
    state          text        not null check (state in ('OPEN', 'UPHELD', 'DISMISSED')),
    made_at        timestamptz not null,
    answer         text,
    answered_by    uuid,
    answerer       text,
    answered_at    timestamptz,
    version        integer     not null,
    check ((state = 'OPEN') = (answered_at is null) and (answered_at is null) = (answer is null) and (answer is null) = (answerer is null))
);
-- A person says it once, until it is answered.
create unique index redemption_objection_one_open on redemption_objection (application_id, account_id) where state = 'OPEN';
create index redemption_objection_of on redemption_objection (application_id);
create index redemption_objection_of_institution on redemption_objection (institution_id, made_at desc);
create index redemption_objection_of_person on redemption_objection (account_id, made_at desc);
alter table redemption_application add constraint redemption_account_encrypted check (account_number like 'sm4:%');
