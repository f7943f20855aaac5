-- What a dynamic code was used for may fail in another service: the system to which it was shown comes again with it while it lives, and it is one reading.
alter table dynamic_code_use
    add column key_id uuid,
    add column read_at timestamptz,
    add constraint dynamic_code_use_read_by_system check (read_at is null or key_id is not null);
