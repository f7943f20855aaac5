-- That a declaration was handed in: the content as it was written down, to the letter, with its hash and the platform's signature (ADR 0043).
create table declaration_receipt (
    id              uuid        primary key,
    number          text        not null unique,
    declaration_id  uuid        not null unique references declaration,
    enterprise_id   uuid        not null,
    enterprise_name text        not null,
    issued_at       timestamptz not null,
    issued_by       uuid        not null,
    content         text        not null,
    content_sha256  bytea       not null check (length(content_sha256) = 32),
    signature       bytea       not null
);
create index declaration_receipt_of on declaration_receipt (enterprise_id);

-- Every PDF that was taken out has its own watermark, and so its own hash.
create table declaration_receipt_copy (
    sha256     bytea       primary key check (length(sha256) = 32),
    receipt_id uuid        not null references declaration_receipt,
    made_at    timestamptz not null,
    made_by    uuid        not null
);
create index declaration_receipt_copy_made on declaration_receipt_copy (receipt_id, made_at);

create function receipt_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A receipt stays as it was issued';
end $$;
create trigger receipt_stays before update or delete on declaration_receipt for each row execute function receipt_stays();
