-- Those who look after others are told before the operators of the platform, who may do the same.
alter table waiting_notice add column others_first boolean not null default false;
