-- An authorization that has the consent granted and not yet its data. A row stays only where the program ended in between; whoever sweeps takes the consent back.
create table tax_intent (
    enterprise_id uuid        primary key,
    person_id     uuid        not null,
    person_name   text        not null,
    asked_at      timestamptz not null,
    -- Whether the consent was not there before: only then is it this authorization's to take back.
    granted_anew  boolean     not null default false
);
create index tax_intent_asked on tax_intent (asked_at);
