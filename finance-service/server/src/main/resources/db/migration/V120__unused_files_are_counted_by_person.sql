-- Files that were uploaded and not handed in are counted by who uploaded them, and a person takes out what they uploaded.
drop index application_file_unused;
create index application_file_of_account on application_file (account_id, application_id);
