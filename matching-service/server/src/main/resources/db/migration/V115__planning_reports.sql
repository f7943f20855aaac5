-- Reports that were issued: the content as it was written down, to the letter, with its hash and the platform's signature.
-- The content can go (with the tax data that it used, or by age); what proves a copy genuine stays.
create table planning_report (
    id              uuid        primary key,
    number          text        not null unique,
    enterprise_id   uuid        not null,
    enterprise_name text        not null,
    result_id       uuid        not null,
    as_of           date        not null,
    issued_at       timestamptz not null,
    issued_by       uuid        not null,
    uses_tax        boolean     not null,
    content         text,
    content_sha256  bytea       not null check (length(content_sha256) = 32),
    signature       bytea       not null,
    gone_because    text        check (gone_because in ('TAX', 'AGE')),
    check ((content is null) = (gone_because is not null)),
    unique (enterprise_id, content_sha256)
);
create index planning_report_newest on planning_report (enterprise_id, issued_at desc, id);
create index planning_report_age on planning_report (issued_at) where content is not null;
create index planning_report_tax on planning_report (enterprise_id) where uses_tax and content is not null;

-- Every PDF that was taken out has its own watermark, and so its own hash.
create table planning_report_copy (
    sha256    bytea       primary key check (length(sha256) = 32),
    report_id uuid        not null references planning_report (id),
    made_at   timestamptz not null,
    made_by   uuid        not null
);
create index planning_report_copy_made on planning_report_copy (report_id, made_at);

-- The same number shows the same content for as long as there is any.
create function report_stays() returns trigger language plpgsql as $$
begin
    if new.content is null and old.content is not null
        and (new.id, new.number, new.enterprise_id, new.enterprise_name, new.result_id, new.as_of, new.issued_at, new.issued_by, new.uses_tax,
             new.content_sha256, new.signature)
          = (old.id, old.number, old.enterprise_id, old.enterprise_name, old.result_id, old.as_of, old.issued_at, old.issued_by, old.uses_tax,
             old.content_sha256, old.signature)
    then
        return new;
    end if;
    raise exception 'A report stays as it was issued';
end $$;
create trigger report_stays before update on planning_report for each row execute function report_stays();
