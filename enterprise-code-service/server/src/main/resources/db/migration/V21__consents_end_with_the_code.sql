-- When the code was last revoked or issued: what banks were allowed before, and is heard of later, counts no more.
alter table consent_sheet add column ended_at timestamptz;
