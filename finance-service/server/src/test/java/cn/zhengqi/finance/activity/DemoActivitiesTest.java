package cn.zhengqi.finance.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.demo.DemoEntryTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;

class DemoActivitiesTest extends DemoEntryTest {

    @Autowired
    private DemoActivities demo;

    DemoActivitiesTest() {
        super("finance_activity");
    }

    @Override
    protected ApplicationRunner demo() {
        return demo;
    }

    @Test
    void one_is_over_one_nearly_full_and_one_open_and_each_says_it_is_of_the_demo() {
        assertThat(jdbc.sql("select title from finance_activity where status = 'PUBLISHED' order by starts_at")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allMatch(title -> title.startsWith("演示活动："));
        assertThat(jdbc.sql("select ends_at < now() from finance_activity order by starts_at")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, false, false);
        assertThat(jdbc.sql("select quota - taken from finance_activity where ends_at > now() order by starts_at")
                        .query(Integer.class)
                        .list())
                .first()
                .isEqualTo(1);
        assertThat(count("select count(*) from finance_activity where sign_up_until > now() and sign_up_from < now()"))
                .isEqualTo(2);
    }

    @Test
    void who_comes_is_of_the_demo_and_counted() {
        assertThat(count("select count(*) from activity_sign_up where not demo or signed_up_at > now()"))
                .isZero();
        assertThat(count("""
                        select count(*) from finance_activity a where a.taken <> (select coalesce(sum(s.people), 0)
                            from activity_sign_up s where s.activity_id = a.id and s.status = 'SIGNED_UP')
                        """)).isZero();
        assertThat(count("select count(*) from activity_sign_up where checked_in_at is not null"))
                .isEqualTo(3);
    }
}
