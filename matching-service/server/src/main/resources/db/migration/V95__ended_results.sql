-- Of a result that went with the tax authorization that it rested on: that it was there, and whose, so that who asks for it is told why it is gone.
-- Nothing of what it said.
create table ended_result (
    id            uuid primary key,
    enterprise_id uuid not null,
    ended_at      timestamptz not null
);
create index ended_result_age on ended_result (ended_at);
