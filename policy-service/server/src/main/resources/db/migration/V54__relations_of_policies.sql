-- What a document has to do with others besides being replaced by one. It is what the edition says; the other side is read the other way round.
create table policy_relation (
    policy_id  uuid    not null,
    edition    integer not null,
    kind       text    not null check (kind in ('IMPLEMENTS', 'INTERPRETS', 'AMENDS', 'BASED_ON')),
    related_id uuid    not null references policy,
    primary key (policy_id, edition, kind, related_id),
    foreign key (policy_id, edition) references policy_edition (policy_id, edition) on delete cascade,
    constraint policy_relation_to_another check (policy_id <> related_id)
);
create index policy_relation_of_other on policy_relation (related_id);
