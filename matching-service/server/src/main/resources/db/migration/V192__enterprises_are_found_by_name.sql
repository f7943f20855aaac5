-- A candidate is looked for among thousands by a part of its name, or by the beginning of its code.
create index enterprise_called on enterprise using gin (name gin_trgm_ops, uscc gin_trgm_ops);
