-- By which the simulator finds what it is asked about; none of what it took before.
alter table simulated_sms add column attempt uuid;
