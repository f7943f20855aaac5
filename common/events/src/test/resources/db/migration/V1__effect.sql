-- No unique constraint: a second effect of the same event would show.
create table effect (
    number  int  not null,
    subject uuid not null
);
