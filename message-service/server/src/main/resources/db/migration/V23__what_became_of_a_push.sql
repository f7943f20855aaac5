-- What became of each. What the log has already is said by a rewrite: its rows cannot be updated. Text messages went to the provider, or are not in it.
alter table push_log add column result text;
alter table push_log alter column result type text using case channel when 'SMS' then 'ACCEPTED' else 'DELIVERED' end;
alter table push_log alter column result set not null;
alter table push_log add constraint push_log_result_check check (result in ('DELIVERED', 'ACCEPTED', 'FAILED'));

create index push_log_by_result on push_log (result, sent_at desc, seq desc);
create index push_log_by_channel on push_log (channel, sent_at desc, seq desc);
create index member_by_name on member using gin (name gin_trgm_ops);
create index account_name_by_name on account_name using gin (name gin_trgm_ops);
