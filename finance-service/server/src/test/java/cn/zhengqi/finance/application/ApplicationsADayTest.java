package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An enterprise that applies, takes back and applies again. */
class ApplicationsADayTest extends FinanceServiceTest {

    @Autowired
    private MovableClock clock;

    /** So that no day ends while it is counted. */
    @BeforeEach
    void tomorrowAtNoon() {
        Instant now = clock.instant();
        clock.forward(Duration.between(now, BusinessTime.endOf(BusinessTime.dayOf(now)))
                .plusHours(12));
    }

    @AfterEach
    void theClockGoesRight() {
        clock.reset();
    }

    @Test
    void an_enterprise_that_applies_and_takes_back_is_told_to_come_again_tomorrow() {
        appliedAndTakenBack(ApplicationDesk.MOST_A_DAY);

        Answer refused = submit(enterprise, application());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("APPLICATIONS_USED_UP");
        assertThat(refused.get("detail")).isEqualTo("本企业今天已提交融资申请 20 次，达到每日上限，请明天再试");
        assertThat((Integer) refused.get("retryAfterSeconds")).isBetween(11 * 3600, 12 * 3600);
        assertThat(applications()).isEqualTo(ApplicationDesk.MOST_A_DAY);
        assertThat(submit(anEnterprise(), application()).status()).isEqualTo(201);

        tomorrowAtNoon();
        assertThat(submit(enterprise, application()).status()).isEqualTo(201);
    }

    @Test
    void the_last_applications_of_a_day_are_counted_also_when_they_come_at_once() throws Exception {
        appliedAndTakenBack(ApplicationDesk.MOST_A_DAY - 2);

        var answers = atOnce(IntStream.range(0, 4)
                .mapToObj(i -> application(aProductOf(bank)))
                .<Callable<Answer>>map(wish -> () -> submit(enterprise, wish))
                .toList());

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 201, 429, 429);
        assertThat(applications()).isEqualTo(ApplicationDesk.MOST_A_DAY);
    }

    private void appliedAndTakenBack(int times) {
        for (int i = 0; i < times; i++) {
            Answer submitted = submit(enterprise, application());
            Answer takenBack = post(
                    enterprise,
                    "/api/finance/my/applications/" + submitted.id() + "/withdraw",
                    Map.of("version", submitted.version()),
                    Ids.next().toString());
            assertThat(takenBack.status()).isEqualTo(200);
        }
    }

    private long applications() {
        return jdbc.sql("select count(*) from loan_application where enterprise_id = ?")
                .param(enterprise.enterpriseId())
                .query(Long.class)
                .single();
    }
}
