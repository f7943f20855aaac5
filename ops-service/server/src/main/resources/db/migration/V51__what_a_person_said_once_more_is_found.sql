-- Whoever takes out what is kept of them, beside what they said first.
create index evaluation_again_of_person on evaluation (again_by, again_at desc) where again_by is not null;
