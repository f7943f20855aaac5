package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.policy.api.InternalRedemption;
import cn.zhengqi.policy.redemption.notice.NoticeSweep;
import cn.zhengqi.promise.WorkCalendars;
import cn.zhengqi.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(properties = "zhengqi.demo.enabled=true")
class DemoRedemptionsTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NoticeSweep sweep;

    @Autowired
    private WorkCalendars calendars;

    @Autowired
    private InternalRedemption verification;

    @Test
    void the_demo_has_a_project_of_each_kind_and_applications_on_their_way() {
        assertThat(jdbc.sql("select title from redemption_project where demo and status = 'OPEN' order by kind")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(title -> title.contains("演示"));
        RedemptionServiceTest.arrangeTheYears(calendars);
        sweep.sweep();
        assertThat(jdbc.sql("select status from redemption_application where demo order by submitted_at")
                        .query(String.class)
                        .list())
                .containsExactly("APPROVED", "APPROVED", "APPROVED", "IN_NOTICE", "SUBMITTED");
        assertThat(verification.verify().rows())
                .allMatch(row -> row.difference().signum() == 0);
    }
}
