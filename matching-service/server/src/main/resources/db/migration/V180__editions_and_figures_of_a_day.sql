-- A match can be recomputed for a day that is over: by the edition of each rule that held then, and by what was known of the enterprise then.
create table library_edition (
    kind         text   not null check (kind in ('POLICY', 'LOAN_PRODUCT')),
    subject_id   uuid   not null,
    version      bigint not null,
    code         text   not null,
    -- Absent: from then on there was none.
    rule         jsonb,
    bank_id      uuid,
    published_on date   not null,
    primary key (kind, subject_id, version)
);
-- What was published before this is known of the last edition only, until the copies are made anew from the logs (zhengqi rebuild matching).
insert into library_edition (kind, subject_id, version, code, rule, bank_id, published_on)
select kind, subject_id, version, code, rule, bank_id, current_date from library_entry;

-- What was said of an enterprise, and until when. What the tax authority said is in no past: it goes with its authorization; what was invented for a demo neither.
-- What an enterprise said of itself and takes back is gone with all that it said of it before.
create table fact_past (
    enterprise_id uuid        not null references enterprise on delete cascade,
    name          text        not null,
    source        text        not null check (source in ('REGISTER', 'SELF')),
    value         jsonb       not null,
    as_of         date        not null,
    recorded_at   timestamptz not null,
    ended_at      timestamptz not null
);
create index fact_past_of on fact_past (enterprise_id, ended_at);
create index fact_past_by_age on fact_past (ended_at);

create function fact_was() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.source = 'SELF' then
        delete from fact_past where enterprise_id = old.enterprise_id and name = old.name and source = 'SELF';
    elsif old.source in ('REGISTER', 'SELF') then
        insert into fact_past (enterprise_id, name, source, value, as_of, recorded_at, ended_at)
        select old.enterprise_id, old.name, old.source, old.value, old.as_of, old.recorded_at, now()
        where exists (select from enterprise where id = old.enterprise_id);
    end if;
    return null;
end $$;
create trigger fact_was_another after update of value on fact for each row
    when (old.value is distinct from new.value) execute function fact_was();
create trigger fact_was_there after delete on fact for each row execute function fact_was();
