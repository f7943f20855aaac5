-- When the code of an enterprise was last said to be good and to be frozen, as far as was heard, and since when it is frozen: whoever decides on its application reads it.
-- What happened before this is not known until the copies are made anew (docs/operations.md).
alter table code_end
    add column good_at      timestamptz,
    add column frozen_at    timestamptz,
    add column frozen_since timestamptz;
