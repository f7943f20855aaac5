-- Enterprises are counted by all departments under whose projects they took a step, so that who looks after several of them counts each once. None: under the
-- policy as a whole. Money stands at its department alone.
alter table funnel_roll_up add column institutions uuid[] not null default '{}';
update funnel_roll_up set institutions = array[institution_id] where institution_id is not null;
alter table funnel_roll_up
    drop column institution_id,
    alter column institutions drop default,
    add primary key (policy_id, institutions, step);
