-- 操作日志 and 登录日志 belong to a role that nobody can sign in as. ops-service, whose role is told as zhengqi.log_writer, adds and reads, and owns nothing of it: what an
-- owner may do (switch triggers off, grant, alter, drop) it may not. Run by the superuser before ops-service starts, in one transaction; safe to run again.
do $$
begin
    if not exists (select from pg_roles where rolname = 'zq_ops_log') then
        create role zq_ops_log nologin;
    end if;
end $$;

create schema if not exists ops_log authorization zq_ops_log;

set local role zq_ops_log;
set local search_path = ops_log, extensions;

create table if not exists audit_entry (
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

create index if not exists audit_entry_newest on audit_entry (occurred_at desc, seq desc);
create index if not exists audit_entry_by_action on audit_entry (service, action, occurred_at desc, seq desc);
-- 失败: few of many, found without the others. ops-service asks by the same words.
create index if not exists audit_entry_refused on audit_entry (occurred_at desc, seq desc)
    where action in ('ACCESS_REFUSED', 'COMMAND_REFUSED');
create index if not exists audit_entry_by_subject on audit_entry (subject_id, occurred_at desc);
create index if not exists audit_entry_by_actor on audit_entry (actor_id, occurred_at desc);
create index if not exists audit_entry_by_actor_name on audit_entry using gin (actor_name gin_trgm_ops);
create index if not exists audit_entry_by_subject_name on audit_entry using gin (subject_name gin_trgm_ops);

-- People look for names of two letters, and a trigram has three: of these every letter and every two that stand together are kept.
create or replace function parts_of(name text) returns text[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
    select coalesce(array_agg(distinct substr(name, at, letters)), '{}')
    from generate_series(1, char_length(name)) at, generate_series(1, 2) letters
    where at + letters <= char_length(name) + 1
$$;
create index if not exists audit_entry_by_actor_part on audit_entry using gin (parts_of(actor_name));
create index if not exists audit_entry_by_subject_part on audit_entry using gin (parts_of(subject_name));
-- For its statistics 30,000 names are taken apart, 5 s of a processor, and by default each time a tenth has come to the log: while it is small every few minutes of a busy day.
alter table audit_entry set (autovacuum_analyze_threshold = 50000);

-- Keys that sign checkpoints: SM2, the private half sealed.
create table if not exists audit_key (
    id          uuid        primary key,
    public_key  bytea       not null,
    private_key bytea       not null,
    created_at  timestamptz not null
);

create table if not exists audit_checkpoint (
    number      bigint      primary key check (number > 0),
    through_seq bigint      not null unique check (through_seq > 0),
    hash        bytea       not null check (length(hash) = 32),
    made_at     timestamptz not null,
    key_id      uuid        not null,
    signature   bytea       not null
);

-- 登录日志: what auth-service tells of each attempt to sign in and each end of a sign-in. A chain of its own, signed by the same keys.
create table if not exists sign_in_entry (
    seq           bigint      primary key check (seq > 0),
    event_id      uuid        not null unique,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null,
    -- Covered: what was typed may be a phone, or a password in the wrong field. By its keyed index the same is found again.
    typed         text        not null,
    typed_index   text        not null,
    account_id    uuid,
    account_name  text,
    affiliation   text,
    way           text,
    result        text        not null,
    address       text        not null,
    user_agent    text        not null,
    previous_hash bytea       not null check (length(previous_hash) = 32),
    hash          bytea       not null check (length(hash) = 32),
    seal          bytea       not null check (length(seal) = 32)
);

create index if not exists sign_in_entry_newest on sign_in_entry (occurred_at desc, seq desc);
create index if not exists sign_in_entry_by_result on sign_in_entry (result, occurred_at desc, seq desc);
create index if not exists sign_in_entry_by_typed on sign_in_entry (typed_index, occurred_at desc);
create index if not exists sign_in_entry_by_account on sign_in_entry (account_id, occurred_at desc);
create index if not exists sign_in_entry_by_name on sign_in_entry using gin (account_name gin_trgm_ops);
create index if not exists sign_in_entry_by_name_part on sign_in_entry using gin (parts_of(account_name));

create table if not exists sign_in_checkpoint (
    number      bigint      primary key check (number > 0),
    through_seq bigint      not null unique check (through_seq > 0),
    hash        bytea       not null check (length(hash) = 32),
    made_at     timestamptz not null,
    key_id      uuid        not null,
    signature   bytea       not null
);

create or replace function refuse_change() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
    raise exception '% is only added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create or replace function refuse_early_removal() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
    if old.recorded_at >= now() - interval '6 months' then
        raise exception 'entry % is kept for six months', old.seq using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;

create or replace trigger audit_entry_unchanged before update or truncate on audit_entry
    for each statement execute function refuse_change();
create or replace trigger audit_entry_kept before delete on audit_entry for each row execute function refuse_early_removal();
create or replace trigger audit_checkpoint_unchanged before update or delete or truncate on audit_checkpoint
    for each statement execute function refuse_change();
create or replace trigger audit_key_unchanged before update or delete or truncate on audit_key
    for each statement execute function refuse_change();
create or replace trigger sign_in_entry_unchanged before update or truncate on sign_in_entry
    for each statement execute function refuse_change();
create or replace trigger sign_in_entry_kept before delete on sign_in_entry for each row execute function refuse_early_removal();
create or replace trigger sign_in_checkpoint_unchanged before update or delete or truncate on sign_in_checkpoint
    for each statement execute function refuse_change();

-- The one way by which entries go: whole ranges up to a checkpoint, and none of them younger than six months by its own date, for a checkpoint can be backdated by
-- whoever may add one.
create or replace function remove_expired(through bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
    gone bigint;
begin
    if not exists (
        select from ops_log.audit_checkpoint where through_seq = through and made_at < now() - interval '6 months')
    then
        raise exception 'no checkpoint of more than six months ago ends at entry %', through using errcode = 'insufficient_privilege';
    end if;
    delete from ops_log.audit_entry where seq <= through;
    get diagnostics gone = row_count;
    return gone;
end $$;
revoke all on function remove_expired(bigint) from public;

create or replace function remove_expired_sign_ins(through bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
    gone bigint;
begin
    if not exists (
        select from ops_log.sign_in_checkpoint where through_seq = through and made_at < now() - interval '6 months')
    then
        raise exception 'no checkpoint of more than six months ago ends at entry %', through using errcode = 'insufficient_privilege';
    end if;
    delete from ops_log.sign_in_entry where seq <= through;
    get diagnostics gone = row_count;
    return gone;
end $$;
revoke all on function remove_expired_sign_ins(bigint) from public;

do $$
declare
    writer text := current_setting('zhengqi.log_writer');
begin
    execute format('grant usage on schema ops_log to %I', writer);
    execute format('grant select, insert on audit_entry, audit_checkpoint, audit_key, sign_in_entry, sign_in_checkpoint to %I', writer);
    execute format('grant execute on function remove_expired(bigint), remove_expired_sign_ins(bigint) to %I', writer);
end $$;

reset role;
