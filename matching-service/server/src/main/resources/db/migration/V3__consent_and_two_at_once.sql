-- What an authorization rests on: since when the consent centre has the consent.
alter table tax_authorization add column consented_at timestamptz;
update tax_authorization set consented_at = granted_at;
alter table tax_authorization alter column consented_at set not null;
create index tax_authorization_end on tax_authorization (valid_until);

-- The last withdrawal heard of, so that one which overtakes the authorization still counts. The enterprise may be unknown yet.
create table tax_withdrawal (
    enterprise_id uuid        primary key,
    at            timestamptz not null
);

-- Counts what colleagues report, so that none overwrites what they have not seen.
alter table enterprise add column reports bigint not null default 0;
