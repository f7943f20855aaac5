-- Groups of projects are compared letter by letter: blanks and the width of letters make no other group any more.
update redemption_project
set exclusive_group = regexp_replace(normalize(exclusive_group, nfkc), '\s', '', 'g')
where exclusive_group is not null and exclusive_group != regexp_replace(normalize(exclusive_group, nfkc), '\s', '', 'g');

-- Two that an enterprise has already and that live stay as they are: nothing that was promised is taken back.
update redemption_application a
set exclusive_group = regexp_replace(normalize(exclusive_group, nfkc), '\s', '', 'g')
where exclusive_group is not null and exclusive_group != regexp_replace(normalize(exclusive_group, nfkc), '\s', '', 'g')
  and (a.status in ('REJECTED', 'WITHDRAWN', 'DECLINED') or not exists (
    select 1 from redemption_application o
    where o.status not in ('REJECTED', 'WITHDRAWN', 'DECLINED') and o.enterprise_id = a.enterprise_id and o.exclusive_year = a.exclusive_year and o.id != a.id
      and regexp_replace(normalize(o.exclusive_group, nfkc), '\s', '', 'g') = regexp_replace(normalize(a.exclusive_group, nfkc), '\s', '', 'g')));

-- What an enterprise has under a policy.
create index redemption_of_enterprise_under_policy on redemption_application (enterprise_id, policy_id);
