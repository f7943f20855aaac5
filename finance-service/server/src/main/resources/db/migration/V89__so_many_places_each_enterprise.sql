-- With how many people one enterprise may come. What was published before said nothing of it: there the quota is the limit.
alter table finance_activity add column most_each integer;
update finance_activity set most_each = quota;
alter table finance_activity
    alter column most_each set not null,
    add constraint most_each_within_the_quota check (most_each between 1 and quota),
    add constraint activity_and_its_limit unique (id, most_each);

-- The sign-up carries the limit of its activity, so that the database refuses one person too many, and a limit below those who come.
alter table activity_sign_up add column most_each integer;
update activity_sign_up s set most_each = (select most_each from finance_activity where id = s.activity_id);
alter table activity_sign_up
    alter column most_each set not null,
    add constraint limit_of_its_activity foreign key (activity_id, most_each)
        references finance_activity (id, most_each) on update cascade,
    add constraint no_more_than_one_enterprise_may
        check (status in ('WITHDRAWN', 'CANCELLED') or people <= most_each);
-- 资讯 by publication, those that never were last.
create index finance_article_by_publication on finance_article (published_at desc nulls last, id);
