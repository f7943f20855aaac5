-- Groups of projects are compared letter by letter: the case of letters makes no other group any more.
update redemption_project
set exclusive_group = upper(exclusive_group)
where exclusive_group is not null and exclusive_group != upper(exclusive_group);

-- Two that an enterprise has already and that live stay as they are: nothing that was promised is taken back.
update redemption_application a
set exclusive_group = upper(exclusive_group)
where exclusive_group is not null and exclusive_group != upper(exclusive_group)
  and (a.status in ('REJECTED', 'WITHDRAWN', 'DECLINED') or not exists (
    select 1 from redemption_application o
    where o.status not in ('REJECTED', 'WITHDRAWN', 'DECLINED') and o.enterprise_id = a.enterprise_id and o.exclusive_year = a.exclusive_year and o.id != a.id
      and upper(o.exclusive_group) = upper(a.exclusive_group)));

-- The groups that there are, to be chosen from.
create index redemption_project_groups on redemption_project (exclusive_group) where exclusive_group is not null;
