-- Every order that a list of the console can be asked for.
create index claim_by_name on claim (enterprise_name, id);
create index claim_channel on claim (channel, submitted_at desc, id);
create index enterprise_code_by_name on enterprise_code (enterprise_name, id);
create index scan_scanner_by_name on scan (scanner_id, enterprise_name, id);
