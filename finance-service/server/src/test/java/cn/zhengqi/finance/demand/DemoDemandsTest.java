package cn.zhengqi.finance.demand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.demo.DemoEntryTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;

class DemoDemandsTest extends DemoEntryTest {

    @Autowired
    private DemoDemands demo;

    DemoDemandsTest() {
        super("financing_demand");
    }

    @Override
    protected ApplicationRunner demo() {
        return demo;
    }

    @Test
    void one_is_chosen_one_has_offers_one_is_claimed_and_one_waits_for_a_bank() {
        assertThat(jdbc.sql("""
                                select d.status || ' ' || coalesce(string_agg(c.status, ' ' order by c.status), '')
                                from financing_demand d left join demand_claim c on c.demand_id = d.id
                                group by d.id order by d.posted_at
                                """).query(String.class).list())
                .containsExactly("CHOSEN CHOSEN NOT_CHOSEN", "OPEN OFFERED OFFERED", "OPEN CLAIMED", "OPEN ");
    }

    @Test
    void each_is_of_the_demo_and_was_told_at_its_own_time() {
        assertThat(count("select count(*) from financing_demand where not demo or note not like '演示需求：%'"))
                .isZero();
        assertThat(count("""
                        select count(*) from financing_demand d where not exists (select from outbox o
                            where o.subject = d.id and o.type = 'finance.FinancingDemandPosted' and o.occurred_at = d.posted_at)
                        """)).isZero();
        assertThat(jdbc.sql("select number from financing_demand order by posted_at")
                        .query(String.class)
                        .list())
                .isSorted();
    }

    @Test
    void the_chosen_offer_is_an_application_of_who_offered() {
        assertThat(count("""
                        select count(*) from financing_demand d join loan_application a on a.id = d.application_id
                            join demand_claim c on c.demand_id = d.id and c.status = 'CHOSEN'
                        where a.demo and a.bank_id = c.bank_id and a.handler_id = c.officer_id and a.amount = c.offered_amount
                        """)).isOne();
    }

    @Test
    void what_a_bank_promised_runs_until_it_offers() {
        assertThat(jdbc.sql("""
                                select distinct c.status || ' ' || p.state from demand_claim c
                                left join promise p on p.case_id = c.id
                                """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "CLAIMED RUNNING", "OFFERED ANSWERED", "CHOSEN ANSWERED", "NOT_CHOSEN ANSWERED");
    }
}
