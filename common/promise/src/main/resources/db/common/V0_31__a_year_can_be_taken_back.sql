-- A year that was arranged by mistake is as if nobody had arranged it; it keeps its version, so that what is heard late changes nothing.
alter table holiday_year add column withdrawn boolean not null default false;
