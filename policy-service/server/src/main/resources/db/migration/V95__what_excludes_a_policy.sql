-- The page of a policy says with which others it cannot be had together, also where only the other document states it.
create index policy_edition_by_excluded on policy_edition using gin ((rule -> 'exclusions') jsonb_path_ops)
    where publication = 'PUBLISHED';
