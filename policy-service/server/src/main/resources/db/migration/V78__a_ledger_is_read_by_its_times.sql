create index redemption_entry_by_time on redemption_entry (project_id, at desc, seq desc);
drop index redemption_entry_of_project;
