create function refuse_at_commit() returns trigger language plpgsql as $$
begin
    raise exception 'refused at commit' using errcode = 'check_violation';
end $$;

create constraint trigger note_checked_last after insert on note deferrable initially deferred
    for each row when (new.title = '最后才拒绝') execute function refuse_at_commit();
