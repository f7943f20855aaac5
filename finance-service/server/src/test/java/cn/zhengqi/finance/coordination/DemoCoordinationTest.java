package cn.zhengqi.finance.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.demo.DemoEntryTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;

class DemoCoordinationTest extends DemoEntryTest {

    @Autowired
    private DemoCoordination demo;

    DemoCoordinationTest() {
        super("coordination_visit");
    }

    @Override
    protected ApplicationRunner demo() {
        return demo;
    }

    @Test
    void enterprises_of_several_towns_are_on_each_step_of_the_way() {
        assertThat(jdbc.sql("""
                                select c.status || ' ' || coalesce(string_agg(r.status, ' ' order by r.status), '')
                                from coordination_case c left join coordination_recommendation r on r.case_id = c.id
                                group by c.id order by c.declared_at
                                """).query(String.class).list())
                .containsExactly(
                        "ANSWERED GRANTED",
                        "ANSWERED REFUSED",
                        "REJECTED ",
                        "RECOMMENDED PENDING PENDING",
                        "DECLARED ");
        assertThat(count("select count(distinct town_code) from coordination_case"))
                .isEqualTo(5);
        assertThat(count("select count(*) from coordination_visit")).isEqualTo(5);
    }

    @Test
    void each_is_of_the_demo_and_was_told_at_its_own_time() {
        assertThat(count("select count(*) from coordination_visit where not demo or words not like '演示走访：%'"))
                .isZero();
        assertThat(count("select count(*) from coordination_case where not demo"))
                .isZero();
        assertThat(count("""
                        select count(*) from coordination_case c where not exists (select from outbox o
                            where o.subject = c.id and o.type = 'finance.CoordinationDeclared' and o.occurred_at = c.declared_at)
                        """)).isZero();
    }
}
