-- A role may see all scans (docs/adr/0019): their order, the two ways to look for an enterprise, and the other order that the list offers.
create index scan_newest on scan (at desc, id);
create index scan_by_name on scan (enterprise_name, id);
create index scan_uscc on scan (uscc);
create index scan_name_part on scan using gin (enterprise_name gin_trgm_ops);
