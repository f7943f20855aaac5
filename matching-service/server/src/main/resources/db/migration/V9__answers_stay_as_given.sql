-- The results from which loan applications were started: a copy, fed by finance, that may come before or after anything else.
create table cited_result (
    result_id      uuid not null,
    application_id uuid not null,
    primary key (result_id, application_id)
);

-- The same id shows the same later, to the letter: no later migration improves the words of an answer any more (V6 did).
create function answer_stays() returns trigger language plpgsql as $$
begin
    raise exception 'An answer stays as it was given';
end $$;

create trigger answer_stays before update on match_result for each row execute function answer_stays();
