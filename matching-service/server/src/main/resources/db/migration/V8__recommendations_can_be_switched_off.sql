-- Whether an enterprise is recommended to by its profile; who has no row never said no. It may be unknown here yet.
create table recommendation_choice (
    enterprise_id uuid        primary key,
    personalised  boolean     not null,
    changed_at    timestamptz not null,
    changed_by    uuid        not null
);
