-- Whoever takes out what is kept of them.
create index fact_recorded_by on fact (recorded_by) where recorded_by is not null;
