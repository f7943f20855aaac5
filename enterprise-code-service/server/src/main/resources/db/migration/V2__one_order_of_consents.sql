-- The consents of an enterprise are one aggregate: its version orders what is told about any of them.
create table consent_sheet (
    enterprise_id uuid   primary key,
    version       bigint not null
);

insert into consent_sheet (enterprise_id, version)
select enterprise_id, sum(version + 1) from consent group by enterprise_id;
