-- Whoever takes out what is kept of them.
create index loan_application_applicant on loan_application (applicant_id, submitted_at desc, id);
