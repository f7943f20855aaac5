-- How far up each step of a chain goes is data too. Null: everybody at each step, as it was for what was promised or set before.
alter table promise_term
    add column escalate_to text[],
    add constraint promise_term_chain check (
        cardinality(escalate_to) = cardinality(escalate_after)
        and escalate_to <@ array['HEADS', 'OVERSEERS', 'OPERATORS']
        and array_position(escalate_to, null) is null);
alter table promise add column escalate_to text[];
