-- A message may ask for work on a case. Once somebody has done the work it says so, and is unread no more.
alter table message
    add column case_id      uuid,
    add column case_version bigint,
    add column done_at      timestamptz,
    add constraint message_case check ((case_id is null) = (case_version is null));

-- Up to which version of a case the work is done, for a message that comes later than the news of it.
create table work_done (
    case_id uuid        primary key,
    version bigint      not null,
    done_at timestamptz not null
);

-- What was asked before: the case stands in the link, and that it was worked on in what its enterprise was told afterwards.
update message
set case_id = substring(link from '[0-9a-f-]{36}$')::uuid, case_version = 0
where title in ('新的领码申请待审核', '新的融资申请待受理') and link ~ '^/(claims|applications)/[0-9a-f-]{36}$';

update message task
set done_at = news.at
from (
    select asked.case_id, min(told.created_at) as at
    from (select distinct case_id from message where case_id is not null) asked
    join message told on told.link in ('/my/claims/' || asked.case_id, '/my/applications/' || asked.case_id, '/applications/' || asked.case_id)
    where told.title like '领码申请%'
       or told.title in ('银行已受理融资申请', '融资申请审批通过', '融资申请审批不通过', '企业撤回了融资申请', '贷款已放款', '贷款已结清')
    group by asked.case_id) news
where task.case_id = news.case_id and news.at >= task.created_at;

drop index message_unread;
create index message_unread on message (account_id) where read_at is null and done_at is null;
create index message_asks on message (case_id) where done_at is null;
