-- Who belonged to an enterprise until its code was revoked, so that they read why they act for it no more. Gone when they belong to it again or close their account.
create table membership_ended_with_code (
    account_id    uuid        not null,
    enterprise_id uuid        not null references enterprise (id),
    reason        text        not null,
    ended_at      timestamptz not null,
    primary key (account_id, enterprise_id)
);
