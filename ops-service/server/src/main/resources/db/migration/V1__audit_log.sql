-- 操作日志. Rows are added and read, nothing else: the role gives its other rights on them away, and triggers refuse what an owner could take back.
create table audit_entry (
    seq              bigint      primary key check (seq > 0),
    event_id         uuid        not null unique,
    occurred_at      timestamptz not null,
    recorded_at      timestamptz not null,
    service          text        not null,
    action           text        not null,
    action_label     text        not null,
    subject_kind     text        not null,
    subject_id       uuid        not null,
    subject_name     text        not null,
    actor_kind       text        not null check (actor_kind in ('PERSON', 'SERVICE', 'SYSTEM')),
    actor_id         uuid,
    actor_name       text        not null,
    actor_type       text,
    enterprise_id    uuid,
    enterprise_name  text,
    institution_id   uuid,
    institution_name text,
    address          text,
    user_agent       text,
    trace_id         text,
    -- Text and not jsonb, which would write it in another way than it was hashed.
    changes          text        not null check (changes is json array),
    previous_hash    bytea       not null check (length(previous_hash) = 32),
    hash             bytea       not null check (length(hash) = 32),
    seal             bytea       not null check (length(seal) = 32)
);

create index audit_entry_newest on audit_entry (occurred_at desc, seq desc);
create index audit_entry_by_action on audit_entry (service, action, occurred_at desc, seq desc);
create index audit_entry_by_subject on audit_entry (subject_id, occurred_at desc);
create index audit_entry_by_actor on audit_entry (actor_id, occurred_at desc);
create index audit_entry_by_actor_name on audit_entry using gin (actor_name gin_trgm_ops);
create index audit_entry_by_subject_name on audit_entry using gin (subject_name gin_trgm_ops);

-- Keys that sign checkpoints: SM2, the private half sealed.
create table audit_key (
    id          uuid        primary key,
    public_key  bytea       not null,
    private_key bytea       not null,
    created_at  timestamptz not null
);

create table audit_checkpoint (
    number      bigint      primary key check (number > 0),
    through_seq bigint      not null unique check (through_seq > 0),
    hash        bytea       not null check (length(hash) = 32),
    made_at     timestamptz not null,
    -- No foreign key: checking one takes the right to update that was given away.
    key_id      uuid        not null,
    signature   bytea       not null
);

create function refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception '% is only added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- What may go is what a checkpoint of more than six months ago covers.
create function refuse_early_removal() returns trigger
language plpgsql set search_path from current as $$
begin
    if not exists (
        select from audit_checkpoint where through_seq >= old.seq and made_at < now() - interval '6 months')
    then
        raise exception 'entry % is kept for six months', old.seq using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;

create trigger audit_entry_unchanged before update or truncate on audit_entry for each statement execute function refuse_change();
create trigger audit_entry_kept before delete on audit_entry for each row execute function refuse_early_removal();
create trigger audit_checkpoint_unchanged before update or delete or truncate on audit_checkpoint
    for each statement execute function refuse_change();
create trigger audit_key_unchanged before update or delete or truncate on audit_key for each statement execute function refuse_change();

revoke update, delete, truncate, references, trigger on audit_entry, audit_checkpoint from current_user;
revoke update, delete, truncate, trigger on audit_key from current_user;
