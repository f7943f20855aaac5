-- Whoever applies for an enterprise, or grants to it, has its row until the end of the transaction. Rows, not advisory locks: a file of a bank has those of thousands of
-- enterprises at once, and advisory locks lie in a table in memory that is of one size for the whole server and full with some thousands.
create table enterprise_turn (
    enterprise_id uuid primary key
);
