-- Whoever takes out what is kept of them.
create index declaration_applicant on declaration (applicant_id, created_at desc, id);
