-- What a department is called was overwritten by whichever of its projects was heard of last, and is read by nobody.
alter table funnel_department drop column institution_name;
