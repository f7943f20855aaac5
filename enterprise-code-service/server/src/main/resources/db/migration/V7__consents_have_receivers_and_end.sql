-- A consent names to whom, what for and how long. Those of before were for who scans the code, tax data for the platform; they
-- had no end, and get the usual two years from now, because nobody was told of one.
alter table consent
    add column id            uuid not null default gen_random_uuid(),
    add column receiver_kind text,
    add column receiver_id   uuid,
    add column receiver_name text,
    add column purpose       text,
    add column valid_from    date,
    add column valid_until   date;

update consent set
    receiver_kind = case when category = 'TAX' then 'PLATFORM' else 'SCANNER' end,
    receiver_name = case when category = 'TAX' then '企业服务平台' else '扫码核验人员' end,
    purpose       = case when category = 'TAX' then '匹配政策和贷款产品' else '扫码核验企业身份和资质' end,
    valid_from    = (granted_at at time zone 'Asia/Shanghai')::date,
    valid_until   = case when granted then ((now() at time zone 'Asia/Shanghai') + interval '24 months')::date end;

alter table consent_change
    add column consent_id    uuid,
    add column receiver_kind text,
    add column receiver_id   uuid,
    add column receiver_name text,
    add column purpose       text,
    add column action        text,
    add column valid_from    date,
    add column valid_until   date;

update consent_change c set
    consent_id    = s.id,
    receiver_kind = s.receiver_kind,
    receiver_name = s.receiver_name,
    purpose       = s.purpose,
    action        = case when c.granted then 'GIVEN' else 'WITHDRAWN' end
from consent s where s.enterprise_id = c.enterprise_id and s.category = c.category;

alter table consent_change drop constraint consent_change_enterprise_id_category_fkey;
alter table consent drop constraint consent_pkey;

alter table consent
    alter column id drop default,
    alter column receiver_kind set not null,
    alter column receiver_name set not null,
    alter column purpose set not null,
    add primary key (id),
    add constraint consent_receiver check (receiver_kind in ('SCANNER', 'PLATFORM', 'BANK')
        and (receiver_kind = 'BANK') = (receiver_id is not null)),
    add constraint consent_period check (not granted or valid_until >= valid_from),
    add constraint consent_once unique nulls not distinct (enterprise_id, category, receiver_kind, receiver_id);

alter table consent_change
    alter column consent_id set not null,
    alter column receiver_kind set not null,
    alter column receiver_name set not null,
    alter column purpose set not null,
    alter column action set not null,
    add constraint consent_change_action check (action in ('GIVEN', 'CHANGED', 'WITHDRAWN')),
    add foreign key (consent_id) references consent,
    drop column granted;

drop index consent_change_of;
create index consent_change_of on consent_change (enterprise_id, at desc, id desc);
create index consent_change_consent on consent_change (consent_id);
