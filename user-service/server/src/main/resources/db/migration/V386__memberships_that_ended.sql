-- Where somebody belonged, in which role, from when to when and why no more: they take it out with what is kept of them, and whose code was revoked reads why.
-- Gone with their account.
create table former_membership (
    id             uuid        primary key,
    account_id     uuid        not null,
    enterprise_id  uuid        references enterprise (id),
    institution_id uuid        references institution (id),
    -- Its name of then: a role that nobody has can be deleted.
    role_name      text        not null,
    joined_at      timestamptz,
    ended_at       timestamptz not null,
    ending         text        not null
        check (ending in ('CODE_REVOKED', 'LEFT', 'REMOVED', 'ROLE_CHANGED', 'ROLE_TAKEN', 'UNKNOWN')),
    -- In words, where one was given.
    reason         text,
    check (num_nonnulls(enterprise_id, institution_id) = 1)
);

create index former_membership_account on former_membership (account_id, ended_at desc);

-- What was told of those that ended before is kept for rebuilding; why is known of those alone that ended with a code.
insert into former_membership (id, account_id, enterprise_id, institution_id, role_name, joined_at, ended_at, ending, reason)
select l.id, l.account_id, l.enterprise_id, l.institution_id, coalesce(r.name, l.role), l.joined_at, l.left_at,
       case when c.reason is null then 'UNKNOWN' else 'CODE_REVOKED' end, c.reason
from (select id, account_id, enterprise_id, institution_id, role, left_at,
             lag(joined_at) over (partition by account_id, enterprise_id, institution_id, role order by version) as joined_at
      from (select id, subject as account_id, version, (data ->> 'enterpriseId')::uuid as enterprise_id,
                   (data ->> 'institutionId')::uuid as institution_id, data ->> 'role' as role,
                   (data ->> 'joinedAt')::timestamptz as joined_at, (data ->> 'leftAt')::timestamptz as left_at
            from outbox where type in ('user.MemberJoined', 'user.MemberLeft')) told) l
left join role r on r.code = l.role
left join membership_ended_with_code c on c.account_id = l.account_id and c.enterprise_id = l.enterprise_id
    and c.ended_at between l.left_at - interval '1 second' and l.left_at + interval '1 second'
where l.left_at is not null
  and not exists (select 1 from closed_account x where x.account_id = l.account_id)
  and (l.enterprise_id is null or exists (select 1 from enterprise e where e.id = l.enterprise_id))
  and (l.institution_id is null or exists (select 1 from institution i where i.id = l.institution_id));

-- What nothing was told of any more: that it ended with the code, and why, must not be lost.
insert into former_membership (id, account_id, enterprise_id, role_name, ended_at, ending, reason)
select gen_random_uuid(), c.account_id, c.enterprise_id, '企业成员', c.ended_at, 'CODE_REVOKED', c.reason
from membership_ended_with_code c
where not exists (select 1 from former_membership f
    where f.account_id = c.account_id and f.enterprise_id = c.enterprise_id and f.ending = 'CODE_REVOKED');

drop table membership_ended_with_code;
