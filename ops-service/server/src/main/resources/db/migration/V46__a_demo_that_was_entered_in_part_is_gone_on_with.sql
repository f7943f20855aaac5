-- When the evaluations of the demo began to be entered, and when all of them were: a demo evaluates no case that ended since it began.
create table demo_evaluations (
    started_at  timestamptz not null,
    finished_at timestamptz
);
create unique index one_demo_evaluations on demo_evaluations ((true));

insert into demo_evaluations (started_at)
select min(given_at) from evaluation where starts_with(words, '演示评价：') having count(*) > 0;
