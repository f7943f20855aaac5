-- The home page shows how many enterprises are certified: one row says it, whatever the number of codes. An enterprise moves it when its first code comes into
-- force and when its last goes out of force; its own row makes those who tell of its codes wait for each other.
create table certification (
    enterprise_id  uuid primary key,
    codes_in_force int  not null check (codes_in_force >= 0)
);

insert into certification (enterprise_id, codes_in_force)
select enterprise_id, count(*) filter (where in_force) from code_standing group by enterprise_id;

create table certification_roll_up (
    certified   boolean primary key check (certified),
    enterprises bigint  not null check (enterprises >= 0)
);

insert into certification_roll_up (certified, enterprises)
select true, count(*) from certification where codes_in_force > 0;

drop index code_standing_in_force;
