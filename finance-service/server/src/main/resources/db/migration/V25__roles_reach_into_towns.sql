-- Who may see only some towns, or their own work, finds it by an index; that by the bank has been there.
create index loan_application_of_town on loan_application (town_code, submitted_at desc);
create index loan_application_step_of_actor on loan_application_step (actor_id, application_id);
