package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.finance.api.CoordinationDeclared;
import cn.zhengqi.finance.api.CoordinationEnded;
import cn.zhengqi.finance.api.CoordinationParties;
import cn.zhengqi.finance.api.CoordinationRejected;
import cn.zhengqi.finance.api.EnterpriseRecommended;
import cn.zhengqi.finance.api.RecommendationAnswered;
import cn.zhengqi.finance.api.RecommendationClosed;
import cn.zhengqi.finance.api.RecommendationLapsed;
import cn.zhengqi.finance.api.RecommendationParties;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.Notices;
import cn.zhengqi.message.audience.UserService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class CoordinationNoticesTest {

    private final UUID bank = Ids.next();
    private final UUID otherBank = Ids.next();
    private final UUID officer = Ids.next();
    private final UUID stranger = Ids.next();
    private final UUID checker = Ids.next();
    private final UUID owner = Ids.next();
    private final CoordinationParties parties =
            new CoordinationParties(Ids.next(), "XT1", Ids.next(), "示例小微企业", "500113001", owner, false);
    private final RecommendationParties recommendation = new RecommendationParties(Ids.next(), bank, "甲银行", parties);

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void offices_have_their_people() {
        UserService.lets(bank, "finance.coordination.answer", officer);
        UserService.lets(otherBank, "finance.coordination.answer", stranger);
        UserService.letsAnywhere("finance.coordination.manage", checker);
    }

    @Test
    void the_office_hears_who_was_declared_and_the_enterprise_why_it_is_not_recommended() {
        notices.tell(
                new CoordinationDeclared(parties, new BigDecimal("500000.00"), 12, "示例街道", true, Instant.now()), 0);
        await().untilAsserted(() ->
                assertThat(notices.told(checker)).contains("小微企业待核查 /coordination/cases/" + parties.caseId()));
        assertThat(notices.body(checker)).isEqualTo("示例街道的示例小微企业列入申报清单（XT1，走访），需要 50 万元，期限 1 年，请按标准核查。");
        await().untilAsserted(() -> assertThat(notices.told(owner))
                .as("an officer said that the enterprise agreed")
                .containsExactly("贵企业已列入融资协调申报清单 /my/coordination/" + parties.caseId()));

        notices.tell(new CoordinationRejected(parties, "没有固定经营场所", Instant.now()), 1);

        await().untilAsserted(() ->
                assertThat(notices.told(owner)).contains("融资协调申报核查未通过 /my/coordination/" + parties.caseId()));
        assertThat(notices.body(owner)).contains("原因：没有固定经营场所");
        await().untilAsserted(() -> assertThat(waitingFor(checker)).isEmpty());
    }

    @Test
    void who_was_checked_waits_for_no_checker_and_who_took_it_back_for_no_bank() {
        notices.tell(
                new CoordinationDeclared(parties, new BigDecimal("500000.00"), 12, "示例街道", false, Instant.now()), 0);
        await().untilAsserted(() -> assertThat(waitingFor(checker)).containsExactly("小微企业待核查"));

        notices.tell(
                new EnterpriseRecommended(
                        recommendation,
                        new BigDecimal("500000.00"),
                        12,
                        LocalDate.of(2026, 12, 10),
                        null,
                        Instant.now()),
                0);
        await().untilAsserted(() -> assertThat(waitingFor(checker)).isEmpty());
        await().untilAsserted(() -> assertThat(waitingFor(officer)).containsExactly("推荐清单有新的企业"));

        notices.tell(new RecommendationLapsed(recommendation, Instant.now()), 1);
        await().untilAsserted(() -> assertThat(waitingFor(officer)).containsExactly("企业撤回了融资协调申报"));
    }

    @Test
    void the_bank_hears_who_is_recommended_to_it_and_the_enterprise_and_the_office_what_it_answers() {
        notices.tell(
                new EnterpriseRecommended(
                        recommendation,
                        new BigDecimal("500000.00"),
                        12,
                        LocalDate.of(2026, 12, 10),
                        null,
                        Instant.now()),
                0);
        await().untilAsserted(() -> assertThat(notices.told(officer))
                .containsExactly("推荐清单有新的企业 /coordination/recommendations/" + recommendation.recommendationId()));
        assertThat(notices.body(officer)).isEqualTo("金融办推荐示例小微企业（XT1），需要 50 万元，期限 1 年，请对接，并于 2026年12月10日前（含当日）答复是否授信。");
        await().untilAsserted(() -> assertThat(notices.told(owner)).hasSize(1));
        assertThat(notices.body(owner)).contains("已推荐给甲银行");

        notices.tell(
                new RecommendationAnswered(
                        recommendation,
                        RecommendationAnswered.Answer.GRANTED,
                        new BigDecimal("300000.00"),
                        new BigDecimal("3.4500"),
                        12,
                        null,
                        Instant.now()),
                1);

        await().untilAsserted(() -> assertThat(notices.told(owner)).hasSize(2));
        assertThat(notices.body(owner)).isEqualTo("甲银行对贵企业的融资协调申报（XT1）同意授信 30 万元，年利率 3.45%，期限 1 年。");
        await().untilAsserted(() ->
                assertThat(notices.told(checker)).contains("银行已答复推荐 /coordination/cases/" + parties.caseId()));
        assertThat(notices.told(officer)).hasSize(1);
        assertThat(notices.told(stranger)).isEmpty();
    }

    @Test
    void a_refusal_is_told_with_its_reason() {
        notices.tell(
                new RecommendationAnswered(
                        recommendation,
                        RecommendationAnswered.Answer.REFUSED,
                        null,
                        null,
                        null,
                        "负债水平过高；负债率 90%",
                        Instant.now()),
                1);

        await().untilAsserted(() -> assertThat(notices.told(owner)).hasSize(1));
        assertThat(notices.body(owner)).isEqualTo("甲银行对贵企业的融资协调申报（XT1）未予授信，原因：负债水平过高；负债率 90%");
    }

    @Test
    void a_silent_bank_and_the_enterprise_hear_that_it_is_closed_and_who_filed_it_how_it_came_out() {
        UUID town = Ids.next();
        UUID visitor = Ids.next();
        UserService.lets(town, "finance.coordination.visit", visitor);

        notices.tell(new RecommendationClosed(recommendation, "三次催办没有答复", Instant.now()), 1);
        notices.tell(new CoordinationEnded(parties, town, CoordinationEnded.Outcome.UNANSWERED, Instant.now()), 2);

        await().untilAsserted(() -> assertThat(notices.told(officer))
                .containsExactly("推荐已关闭，记为未答复 /coordination/recommendations/" + recommendation.recommendationId()));
        assertThat(notices.body(officer)).contains("原因：三次催办没有答复");
        await().untilAsserted(() -> assertThat(notices.told(owner)).hasSize(1));
        assertThat(notices.body(owner)).contains("甲银行没有在承诺时限内答复");
        await().untilAsserted(() -> assertThat(notices.told(visitor))
                .containsExactly("走访企业的申报有了结果 /coordination/cases/" + parties.caseId()));
        assertThat(notices.body(visitor)).isEqualTo("贵单位走访申报的示例小微企业（XT1）有了结果：银行没有按时答复，已关闭。");
        assertThat(notices.told(stranger)).isEmpty();
    }

    private List<String> waitingFor(UUID account) {
        return jdbc.sql(
                        "select title from message where account_id = ? and read_at is null and done_at is null order by id")
                .param(account)
                .query(String.class)
                .list();
    }
}
