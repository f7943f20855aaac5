-- 认证企业 are those whose code is in force: each code has a row with its newest state, so that events in any order leave it there.
create table code_standing (
    code_id       uuid    primary key,
    enterprise_id uuid    not null,
    in_force      boolean not null,
    version       bigint  not null
);

create index code_standing_in_force on code_standing (enterprise_id) where in_force;

-- Which codes there are was not kept, only that an enterprise once got one. Until more is heard of it, it stands here under its own id as if in force; the next
-- event of any code of it takes the place of that. `rebuild stats` puts right at once those whose code has been revoked before now.
insert into code_standing (code_id, enterprise_id, in_force, version)
select enterprise_id, enterprise_id, true, -1 from certified_enterprise;

drop table certified_enterprise;
drop table certification_roll_up;
