-- The tables of 操作日志 were this role's own, which could therefore switch their triggers off. From now on they are zq_ops_log's, in a schema where this role adds
-- and reads; the launcher and the containers make it before a service starts (operation-log.sql). What was written moves there as it is.
do $$
begin
    if to_regclass('ops_log.audit_entry') is null then
        raise exception 'the schema ops_log is missing' using hint = 'docs/operations.md says how the superuser makes it';
    end if;
end $$;

insert into ops_log.audit_key (id, public_key, private_key, created_at)
select id, public_key, private_key, created_at from ${flyway:defaultSchema}.audit_key;

insert into ops_log.audit_checkpoint (number, through_seq, hash, made_at, key_id, signature)
select number, through_seq, hash, made_at, key_id, signature from ${flyway:defaultSchema}.audit_checkpoint order by number;

insert into ops_log.audit_entry (seq, event_id, occurred_at, recorded_at, service, action, action_label, subject_kind, subject_id, subject_name,
    actor_kind, actor_id, actor_name, actor_type, enterprise_id, enterprise_name, institution_id, institution_name, address, user_agent, trace_id,
    changes, previous_hash, hash, seal)
select seq, event_id, occurred_at, recorded_at, service, action, action_label, subject_kind, subject_id, subject_name,
    actor_kind, actor_id, actor_name, actor_type, enterprise_id, enterprise_name, institution_id, institution_name, address, user_agent, trace_id,
    changes, previous_hash, hash, seal
from ${flyway:defaultSchema}.audit_entry order by seq;

drop table ${flyway:defaultSchema}.audit_entry, ${flyway:defaultSchema}.audit_checkpoint, ${flyway:defaultSchema}.audit_key;
drop function ${flyway:defaultSchema}.refuse_change(), ${flyway:defaultSchema}.refuse_early_removal();
