-- When an enterprise got its last code and when one of its codes last ended, as far as was heard: whoever handed in an application after the end, and before they
-- were known not to act for it any more, spoke for nobody.
create table code_end (
    enterprise_id uuid primary key,
    issued_at     timestamptz,
    ended_at      timestamptz
);
