-- An edition whose day has come is tried once more by the dictionary of that day. Where a case comes out otherwise, or its conditions cannot be understood any more, it waits, and says why.
alter table policy_draft add column held_reason text;
alter table policy_draft add column held_at timestamptz;
alter table policy_draft add constraint policy_draft_is_held_while_it_waits
    check ((held_reason is null) = (held_at is null) and (held_reason is null or state = 'SCHEDULED'));
