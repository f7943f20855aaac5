package cn.zhengqi.ops.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.api.ClaimDecision;
import cn.zhengqi.code.api.CodeClaimDecided;
import cn.zhengqi.code.api.CodeClaimSubmitted;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.finance.api.ClaimParties;
import cn.zhengqi.finance.api.CoordinationEnded;
import cn.zhengqi.finance.api.CoordinationParties;
import cn.zhengqi.finance.api.DemandClaimEnded;
import cn.zhengqi.finance.api.DemandOffered;
import cn.zhengqi.finance.api.DemandParties;
import cn.zhengqi.finance.api.FinancingDemandEnded;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.finance.api.RecommendationAnswered;
import cn.zhengqi.finance.api.RecommendationParties;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.ops.OpsPermissions;
import cn.zhengqi.ops.OpsServiceTest;
import cn.zhengqi.policy.api.DeclarationApproved;
import cn.zhengqi.policy.api.DeclarationParties;
import cn.zhengqi.policy.api.RedemptionEnded;
import cn.zhengqi.policy.api.RedemptionParties;
import cn.zhengqi.policy.api.RedemptionRejected;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.Strangers;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.InternalDictionary;
import cn.zhengqi.user.api.InternalDictionary.Word;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.Principal;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

@OpsServiceTest
class EvaluationsTest {

    private static final String MINE = "/api/ops/my/evaluations";
    private static final String CASES = "/api/ops/my/finished-cases/";
    private static final String DESK = "/api/ops/evaluations/";

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ServiceClient client;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private InternalDictionary dictionary;

    @Autowired
    private AgainExpiry expiry;

    private final UUID bank = Ids.next();
    private final UUID enterprise = Ids.next();
    private final CurrentUser member = TestUsers.ofEnterprise(enterprise, OpsPermissions.EVALUATE);
    private final CurrentUser officer = TestUsers.ofBank(bank, OpsPermissions.ANSWER_EVALUATIONS);
    private final CurrentUser operator =
            TestUsers.operator(OpsPermissions.REVIEW_EVALUATIONS, OpsPermissions.PUBLISH_EVALUATIONS);

    private record Answer(int status, Map<String, Object> body) {

        UUID id() {
            return UUID.fromString((String) body.get("id"));
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> evaluation() {
            return (Map<String, Object>) body.get("evaluation");
        }

        UUID evaluationId() {
            return UUID.fromString((String) evaluation().get("id"));
        }

        int version() {
            return (Integer) evaluation().get("version");
        }

        Object state() {
            return evaluation().get("state");
        }
    }

    @BeforeEach
    void words_to_choose_from() {
        when(dictionary.words(InternalDictionary.EVALUATION_PRAISE)).thenReturn(List.of(new Word("P.1", "办理效率高")));
        when(dictionary.words(InternalDictionary.EVALUATION_COMPLAINT)).thenReturn(List.of(new Word("C.1", "办理时间过长")));
    }

    @AfterEach
    void theClockGoesRight() {
        clock.reset();
    }

    @Test
    void each_finished_case_waits_once_for_its_evaluation_whichever_fact_is_heard_first() {
        UUID loan = Ids.next();
        UUID claim = Ids.next();
        UUID returned = Ids.next();
        Instant now = now();
        tell(
                new LoanDisbursed(loan(loan), Ids.next(), BigDecimal.TEN, BigDecimal.TEN, BusinessTime.dayOf(now), now),
                2);
        tell(
                new LoanDisbursed(
                        loan(loan),
                        Ids.next(),
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        BusinessTime.dayOf(now),
                        now.minus(Duration.ofDays(2))),
                1);
        tell(decided(claim, ClaimDecision.APPROVED), 1);
        tell(
                new CodeClaimSubmitted(
                        claim, "LM1", enterprise, "甲公司", "T01", member.accountId(), Channel.PC, now, null, null),
                0);
        tell(decided(returned, ClaimDecision.RETURNED), 1);
        tell(
                new DeclarationApproved(
                        new DeclarationParties(
                                Ids.next(),
                                "SB1",
                                Ids.next(),
                                "技改补助",
                                Ids.next(),
                                "经信委",
                                enterprise,
                                "甲公司",
                                member.accountId(),
                                false),
                        now),
                3);
        tell(
                new RedemptionRejected(
                        new RedemptionParties(
                                Ids.next(),
                                "DX1",
                                Ids.next(),
                                "技改兑付",
                                Ids.next(),
                                "经信委",
                                enterprise,
                                "甲公司",
                                null,
                                false),
                        "不符合",
                        now),
                3);
        tell(
                new RedemptionEnded(
                        new RedemptionParties(
                                Ids.next(),
                                "DX2",
                                Ids.next(),
                                "认定奖补",
                                Ids.next(),
                                "经信委",
                                enterprise,
                                "甲公司",
                                null,
                                false),
                        new BigDecimal("20000.00"),
                        "已迁出",
                        now),
                4);

        await().untilAsserted(() -> assertThat(get(member, MINE).get("total")).isEqualTo(5));
        await().untilAsserted(() -> assertThat(jdbc.sql("select town_code from finished_case where case_id = ?")
                        .param(claim)
                        .query(String.class)
                        .optional())
                .contains("T01"));
        await().untilAsserted(() -> assertThat(
                        ((String) get(member, CASES + loan).get("finishedAt")))
                .startsWith(BusinessTime.dayOf(now.minus(Duration.ofDays(2))).toString()));
        assertThat(jdbc.sql(
                                "select data ->> 'outcome' from outbox where type = 'ops.EvaluationInvited' and subject = ?")
                        .param(loan)
                        .query(String.class)
                        .list())
                .as("once, and a loan that goes on is not called closed")
                .containsExactly("DISBURSED");
    }

    @Test
    void who_was_rejected_evaluates_it_for_themselves_though_they_act_for_no_enterprise() {
        CurrentUser rejected = TestUsers.withoutEnterprise(Permission.SIGNED_IN);
        UUID claim = Ids.next();
        tell(
                new CodeClaimDecided(
                        claim,
                        "LM2",
                        enterprise,
                        "甲公司",
                        rejected.accountId(),
                        ClaimDecision.REJECTED,
                        "材料不符",
                        false,
                        now()),
                1);
        await().untilAsserted(() -> assertThat(get(rejected, MINE).get("total")).isEqualTo(1));
        assertThat(get(member, MINE).get("total"))
                .as("those whose enterprise it is asked for nothing")
                .isEqualTo(0);
        assertThat(status(member, CASES + claim)).isEqualTo(404);
        assertThat(jdbc.sql(
                                "select data ->> 'personId' from outbox where type = 'ops.EvaluationInvited' and subject = ?")
                        .param(claim)
                        .query(String.class)
                        .single())
                .isEqualTo(rejected.accountId().toString());

        Answer given = post(rejected, CASES + claim + "/evaluate", evaluation("DISSATISFIED", "办理时间过长"));

        assertThat(given.status()).as(given.body().toString()).isEqualTo(201);
        assertThat(get(rejected, MINE + "?evaluated=true").get("total")).isEqualTo(1);
        assertThat(get(member, MINE + "?evaluated=true").get("total")).isEqualTo(0);
        assertThat(detail(operator, given.evaluationId()).get("evaluation").toString())
                .as("the enterprise said nothing")
                .contains("enterpriseName=申请人", "LM2")
                .doesNotContain("甲公司", enterprise.toString());
        assertThat(get(operator, "/api/ops/evaluations?q=甲公司").toString())
                .doesNotContain(given.evaluationId().toString());
        assertThat(jdbc.sql("select about from promise where case_number = 'LM2'")
                        .query(String.class)
                        .single())
                .startsWith("申请人　");
    }

    @Test
    void what_who_was_rejected_says_is_published_under_no_name_of_an_enterprise() {
        CurrentUser rejected = TestUsers.withoutEnterprise(Permission.SIGNED_IN);
        UUID claim = Ids.next();
        tell(
                new CodeClaimDecided(
                        claim,
                        "LM4",
                        enterprise,
                        "甲乙丙丁科技公司",
                        rejected.accountId(),
                        ClaimDecision.REJECTED,
                        "材料不符",
                        false,
                        now()),
                1);
        await().untilAsserted(() -> assertThat(status(rejected, CASES + claim)).isEqualTo(200));
        Map<String, Object> said = new HashMap<>(evaluation("SATISFIED"));
        said.put("words", "甲乙丙丁科技公司的材料说得清楚，甲乙丙丁谢谢");
        Answer given = post(rejected, CASES + claim + "/evaluate", said);

        UUID id = given.evaluationId();
        Map<String, Object> toPublish = detail(operator, id);
        assertThat(toPublish.get("shortNames"))
                .as("of the enterprise whose name is not told")
                .isEqualTo(List.of("甲乙丙丁"));
        assertThat(((Map<?, ?>) toPublish.get("evaluation")).get("enterpriseName"))
                .isEqualTo("申请人");
        assertThat(detail(TestUsers.operator(OpsPermissions.REVIEW_EVALUATIONS), id)
                        .get("shortNames"))
                .as("to who does not publish it")
                .isEqualTo(List.of());
        act(operator, id, "publish", given.version(), Map.of("cover", toPublish.get("shortNames")));

        Map<?, ?> read = ((List<?>) read(client.anonymous(), "/api/ops/published-evaluations?caseKind=CLAIM")
                        .get("items"))
                .stream()
                        .map(it -> (Map<?, ?>) it)
                        .filter(it -> it.get("id").equals(given.evaluationId().toString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(read.get("enterpriseName")).isEqualTo("申请人");
        assertThat(read.get("words")).isEqualTo("该企业的材料说得清楚，***谢谢");
        assertThat(detail(operator, id).get("shortNames")).as("what is covered").isEqualTo(List.of());
    }

    @Test
    void a_renewal_that_was_rejected_is_evaluated_by_the_enterprise() {
        UUID claim = Ids.next();
        tell(
                new CodeClaimDecided(
                        claim,
                        "LM3",
                        enterprise,
                        "甲公司",
                        member.accountId(),
                        ClaimDecision.REJECTED,
                        "材料不符",
                        true,
                        now()),
                1);
        await().untilAsserted(() -> assertThat(status(member, CASES + claim)).isEqualTo(200));
    }

    @Test
    void
            a_demand_is_evaluated_for_the_bank_whose_offer_was_chosen_else_for_the_last_that_answered_and_without_a_name() {
        UUID chosen = Ids.next();
        UUID other = Ids.next();
        tell(ended(chosen, FinancingDemandEnded.Outcome.CHOSEN), 3);
        tell(offered(chosen, bank, "云税贷"), 1);
        tell(new DemandClaimEnded(claimed(chosen, bank), DemandClaimEnded.Outcome.CHOSEN, Ids.next(), now()), 2);
        tell(offered(chosen, other, "抵押贷"), 1);
        UUID expired = Ids.next();
        tell(offered(expired, bank, "云税贷"), 1);
        tell(ended(expired, FinancingDemandEnded.Outcome.EXPIRED), 2);
        UUID silent = Ids.next();
        tell(ended(silent, FinancingDemandEnded.Outcome.EXPIRED), 2);
        UUID takenBack = Ids.next();
        tell(offered(takenBack, bank, "云税贷"), 1);
        tell(ended(takenBack, FinancingDemandEnded.Outcome.WITHDRAWN), 2);

        await().untilAsserted(() -> assertThat(answers(chosen)).isEqualTo(2));
        await().untilAsserted(() -> assertThat(get(member, MINE).get("total")).isEqualTo(2));
        assertThat(get(member, CASES + chosen))
                .containsEntry("caseKind", "DEMAND")
                .containsEntry("institutionName", "银行" + bank)
                .containsEntry("title", "云税贷")
                .containsEntry("nameless", false);
        assertThat(status(member, CASES + silent)).isEqualTo(404);
        assertThat(status(member, CASES + takenBack)).isEqualTo(404);
        assertThat(get(member, CASES + expired)).containsEntry("nameless", true);
        UUID id = post(member, CASES + expired + "/evaluate", evaluation("SATISFIED"))
                .evaluationId();
        assertThat(detail(officer, id).get("evaluation").toString())
                .as("the bank may not know whose demand it was, and nobody said that it may")
                .doesNotContain("测试企业有限公司", "XQ1");
        UUID named = post(member, CASES + chosen + "/evaluate", evaluation("SATISFIED"))
                .evaluationId();
        assertThat(detail(officer, named).get("evaluation").toString()).contains("测试企业有限公司", "XQ1");
    }

    @Test
    void a_coordination_case_is_evaluated_for_the_bank_by_whose_answer_it_was_funded_else_for_the_last_that_refused() {
        UUID refusing = Ids.next();
        UUID funded = Ids.next();
        tell(answered(funded, refusing, RecommendationAnswered.Answer.REFUSED, now().minusSeconds(60)), 1);
        tell(answered(funded, bank, RecommendationAnswered.Answer.GRANTED, now().minusSeconds(90)), 1);
        tell(ended(funded, CoordinationEnded.Outcome.FUNDED), 2);
        UUID refused = Ids.next();
        tell(ended(refused, CoordinationEnded.Outcome.NOT_FUNDED), 2);
        tell(answered(refused, refusing, RecommendationAnswered.Answer.REFUSED, now().minusSeconds(60)), 1);
        tell(answered(refused, bank, RecommendationAnswered.Answer.REFUSED, now().minusSeconds(90)), 1);
        UUID office = Ids.next();
        tell(ended(office, CoordinationEnded.Outcome.REJECTED), 2);
        UUID unanswered = Ids.next();
        tell(ended(unanswered, CoordinationEnded.Outcome.UNANSWERED), 2);

        await().untilAsserted(() -> assertThat(answers(refused)).isEqualTo(2));
        await().untilAsserted(() -> assertThat(get(member, MINE).get("total")).isEqualTo(2));
        assertThat(get(member, CASES + funded))
                .containsEntry("caseKind", "COORDINATION")
                .containsEntry("institutionName", "银行" + bank);
        assertThat(get(member, CASES + refused)).containsEntry("institutionName", "银行" + refusing);
        assertThat(status(member, CASES + office)).isEqualTo(404);
        assertThat(status(member, CASES + unanswered)).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from outbox where type = 'ops.EvaluationInvited' and subject = ?")
                        .param(refused)
                        .query(Integer.class)
                        .single())
                .as("once, however many answered")
                .isEqualTo(1);
    }

    @Test
    void of_a_demand_without_a_choice_the_enterprise_may_say_its_name_and_is_called_back() {
        UUID expired = Ids.next();
        tell(offered(expired, bank, "云税贷"), 1);
        tell(ended(expired, FinancingDemandEnded.Outcome.EXPIRED), 2);
        await().untilAsserted(() -> assertThat(status(member, CASES + expired)).isEqualTo(200));
        Map<String, Object> said = evaluation("DISSATISFIED", "办理时间过长");
        said.put("anonymous", false);

        Answer given = post(member, CASES + expired + "/evaluate", said);

        assertThat(given.evaluation()).containsEntry("anonymous", false);
        assertThat(detail(officer, given.evaluationId()).get("evaluation").toString())
                .contains("测试企业有限公司", "XQ1");
        assertThat(act(officer, given.evaluationId(), "call", given.version(), Map.of("reached", true, "words", "已沟通"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobody_is_asked_about_a_bank_before_it_is_known_whose_answer_decided() {
        UUID chosen = Ids.next();
        UUID later = Ids.next();
        tell(offered(chosen, bank, "云税贷"), 1);
        tell(offered(chosen, later, "抵押贷"), 1);
        await().untilAsserted(() -> assertThat(answers(chosen)).isEqualTo(2));
        tell(ended(chosen, FinancingDemandEnded.Outcome.CHOSEN), 3);
        await().untilAsserted(() -> assertThat(ends(chosen)).isEqualTo(1));
        UUID funded = Ids.next();
        tell(answered(funded, later, RecommendationAnswered.Answer.REFUSED, now().minusSeconds(60)), 1);
        await().untilAsserted(() -> assertThat(answers(funded)).isEqualTo(1));
        tell(ended(funded, CoordinationEnded.Outcome.FUNDED), 2);
        await().untilAsserted(() -> assertThat(ends(funded)).isEqualTo(1));

        assertThat(status(member, CASES + chosen)).isEqualTo(404);
        assertThat(status(member, CASES + funded)).isEqualTo(404);

        tell(new DemandClaimEnded(claimed(chosen, bank), DemandClaimEnded.Outcome.CHOSEN, Ids.next(), now()), 2);
        tell(answered(funded, bank, RecommendationAnswered.Answer.GRANTED, now()), 1);

        await().untilAsserted(() -> assertThat(invitedAbout(chosen)).containsExactly("银行" + bank));
        await().untilAsserted(() -> assertThat(invitedAbout(funded)).containsExactly("银行" + bank));
        assertThat(get(member, CASES + chosen))
                .containsEntry("institutionName", "银行" + bank)
                .containsEntry("title", "云税贷");
    }

    private FinancingDemandEnded ended(UUID demand, FinancingDemandEnded.Outcome how) {
        return new FinancingDemandEnded(
                new DemandParties(demand, "XQ1", enterprise, member.accountId(), false), how, List.of(), now());
    }

    private DemandOffered offered(UUID demand, UUID by, String product) {
        return new DemandOffered(
                claimed(demand, by),
                product,
                new BigDecimal("500000"),
                new BigDecimal("3.65"),
                12,
                BusinessTime.dayOf(now()).plusDays(9),
                now().minusSeconds(60));
    }

    private ClaimParties claimed(UUID demand, UUID by) {
        return new ClaimParties(Ids.next(), demand, "XQ1", by, "银行" + by, Ids.next(), enterprise, member.accountId());
    }

    private RecommendationAnswered answered(UUID caseId, UUID by, RecommendationAnswered.Answer answer, Instant at) {
        return new RecommendationAnswered(
                new RecommendationParties(Ids.next(), by, "银行" + by, coordinated(caseId)),
                answer,
                null,
                null,
                null,
                "已答复",
                at);
    }

    private CoordinationEnded ended(UUID caseId, CoordinationEnded.Outcome how) {
        return new CoordinationEnded(coordinated(caseId), null, how, now());
    }

    private CoordinationParties coordinated(UUID caseId) {
        return new CoordinationParties(caseId, "XT1", enterprise, "甲公司", "T01", member.accountId(), false);
    }

    private List<String> invitedAbout(UUID caseId) {
        return jdbc.sql(
                        "select data ->> 'institutionName' from outbox where type = 'ops.EvaluationInvited' and subject = ?")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private int ends(UUID caseId) {
        return jdbc.sql("select count(*) from case_end where case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    private int answers(UUID caseId) {
        return jdbc.sql("select count(*) from case_answer where case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    @Test
    void of_a_bad_grade_something_is_said_by_a_tag_or_in_words() {
        UUID loan = finished();
        Map<String, Object> silent =
                new HashMap<>(Map.of("grade", "VERY_DISSATISFIED", "tags", List.of(), "channel", "PC"));
        assertThat(post(member, CASES + loan + "/evaluate", silent).body().get("code"))
                .isEqualTo("VALIDATION_FAILED");
        silent.put("words", "  ");
        assertThat(post(member, CASES + loan + "/evaluate", silent).body().get("code"))
                .isEqualTo("VALIDATION_FAILED");

        assertThat(post(member, CASES + loan + "/evaluate", evaluation("VERY_DISSATISFIED", "办理时间过长"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_case_is_evaluated_once_by_its_own_enterprise_in_time_with_words_of_the_list() {
        UUID loan = finished();
        assertThat(post(member, CASES + loan + "/evaluate", evaluation("SATISFIED", "办理时间过长"))
                        .body()
                        .get("code"))
                .isEqualTo("TAG_UNKNOWN");
        assertThat(post(
                                TestUsers.ofEnterprise(Ids.next(), OpsPermissions.EVALUATE),
                                CASES + loan + "/evaluate",
                                evaluation("SATISFIED"))
                        .status())
                .isEqualTo(404);

        Answer given = post(member, CASES + loan + "/evaluate", evaluation("SATISFIED", "办理效率高"));

        assertThat(given.status()).as(given.body().toString()).isEqualTo(201);
        assertThat(given.state()).isEqualTo("GIVEN");
        assertThat(post(member, CASES + loan + "/evaluate", evaluation("DISSATISFIED"))
                        .body()
                        .get("code"))
                .isEqualTo("CASE_EVALUATED");
        assertThat(get(member, MINE).get("total")).isEqualTo(0);
        assertThat(get(member, MINE + "?evaluated=true").get("total")).isEqualTo(1);

        UUID late = finished();
        clock.forward(Duration.ofDays(31));
        assertThat(post(member, CASES + late + "/evaluate", evaluation("SATISFIED"))
                        .body()
                        .get("code"))
                .isEqualTo("EVALUATION_OVER");
        assertThat(get(member, MINE).get("total")).isEqualTo(0);
    }

    @Test
    void who_was_not_satisfied_is_called_back_answered_reviewed_asked_again_and_published_covered() {
        Answer given = post(member, CASES + finished() + "/evaluate", evaluation("DISSATISFIED", "办理时间过长"));
        UUID id = given.evaluationId();
        Map<String, Object> waiting = detail(officer, id);
        assertThat(waiting.get("answersFor")).isEqualTo(true);
        assertThat(String.valueOf(((Map<?, ?>) waiting.get("evaluation")).get("promise")))
                .contains("workingDays=5");
        int version = given.version();

        assertThat(act(officer, id, "answer", version, Map.of("answer", "REDONE", "words", "已整改"))
                        .body()
                        .get("code"))
                .isEqualTo("CALL_BACK_FIRST");
        Answer called = act(officer, id, "call", version, Map.of("reached", true, "words", "企业希望加快"));
        assertThat(act(officer, id, "answer", version, Map.of("answer", "REDONE", "words", "已整改"))
                        .body()
                        .get("code"))
                .isEqualTo("VERSION_CONFLICT");
        Answer answered = act(officer, id, "answer", called.version(), Map.of("answer", "REDONE", "words", "已增加受理人员"));
        assertThat(answered.state()).isEqualTo("TO_REVIEW");
        assertThat(of(member, id).get("state"))
                .as("who looks at it is not its business")
                .isEqualTo("TO_ANSWER");
        assertThat(of(member, id).get("answerWords")).isNull();
        Answer back = act(operator, id, "send-back", answered.version(), Map.of("words", "未说明时限"));
        assertThat(back.state()).isEqualTo("TO_ANSWER");
        Answer calledAgain = act(officer, id, "call", back.version(), Map.of("reached", true, "words", "已沟通"));
        Answer answeredAgain =
                act(officer, id, "answer", calledAgain.version(), Map.of("answer", "REDONE", "words", "两日内办结"));
        Answer passed = act(operator, id, "pass", answeredAgain.version(), Map.of());
        assertThat(passed.state()).isEqualTo("TO_EVALUATE_AGAIN");
        assertThat(of(member, id).get("answerWords")).isEqualTo("两日内办结");

        CurrentUser colleague = TestUsers.ofEnterprise(enterprise, OpsPermissions.EVALUATE);
        Answer again = post(
                colleague,
                MINE + "/" + id + "/again",
                Map.of(
                        "version",
                        passed.version(),
                        "grade",
                        "SATISFIED",
                        "words",
                        "甲乙丙丁科技公司的问题已解决，甲乙谢谢李四，联系人李四13998765432"));
        assertThat(again.state()).isEqualTo("EVALUATED_AGAIN");
        assertThat((List<?>) get(member, "/api/ops/my/data").get("evaluations"))
                .singleElement()
                .asString()
                .contains("grade=不满意", "tags=[办理时间过长]")
                .doesNotContain("已解决");
        assertThat((List<?>) get(colleague, "/api/ops/my/data").get("evaluations"))
                .singleElement()
                .asString()
                .contains("againGrade=满意", "againWords=甲乙丙丁科技公司的问题已解决")
                .doesNotContain("不满意");
        assertThat(publicOnes(bank)).isEmpty();
        assertThat(act(operator, id, "publish", again.version(), Map.of("cover", List.of("张三经理")))
                        .body()
                        .get("code"))
                .as("what is nowhere in it would not be covered where it was meant")
                .isEqualTo("VALIDATION_FAILED");
        Answer published = act(operator, id, "publish", again.version(), Map.of("cover", List.of("李四", "甲乙", "人李四")));

        assertThat(published.status()).isEqualTo(200);
        Map<?, ?> shown = (Map<?, ?>) publicOnes(bank).getFirst();
        assertThat(shown.get("enterpriseName")).isEqualTo("****公司");
        assertThat(shown.get("grade")).isEqualTo("DISSATISFIED");
        assertThat(shown.get("againGrade")).isEqualTo("SATISFIED");
        assertThat(shown.get("againWords")).isEqualTo("****公司的问题已解决，***谢谢***，联系***139****5432");
        assertThat(shown.toString()).doesNotContain("甲乙丙丁科技", "RZ1");
        Map<?, ?> row = figuresOf(bank);
        assertThat(row.get("given")).isEqualTo(1);
        assertThat(row.get("few")).isEqualTo(true);
        assertThat(row.get("average"))
                .as("what one enterprise said is no average for everybody")
                .isNull();
        assertThat(row.get("remedied")).isNull();

        act(operator, id, "withhold", published.version(), Map.of("words", "企业要求"));
        assertThat(publicOnes(bank)).isEmpty();
        assertThat(jdbc.sql("select state from promise where kind = 'EVALUATION_CALL_BACK' and institution_id = ?")
                        .param(bank)
                        .query(String.class)
                        .list())
                .containsExactly("ANSWERED", "ANSWERED");
    }

    @Test
    void what_is_covered_in_the_words_of_an_anonymous_one_is_not_found_by_whom_it_is_covered_from() {
        Map<String, Object> anonymous = evaluation("VERY_DISSATISFIED");
        anonymous.put("anonymous", true);
        anonymous.put(
                "words",
                "甲乙丙丁科技公司等了3个月，一直没人理，请打 136 5678 1234 或 023-62223333，身份证 50011319900307123X，账号 6222021234567890123");
        post(member, CASES + finished() + "/evaluate", anonymous);

        for (String hidden : List.of(
                "136 5678 1234",
                "5678 1234",
                "1234",
                "62223333",
                "0307123X",
                "6222021234567890123",
                "甲乙丙丁科技",
                "0123")) {
            String list = "/api/ops/evaluations?q=" + hidden;
            assertThat(get(officer, list).get("total")).as(hidden).isEqualTo(0);
            assertThat(get(operator, list).get("total")).as(hidden).isNotEqualTo(0);
            assertThat(ExportedFile.of(client.as(officer), "/api/ops/evaluations/export?q=" + hidden)
                            .rows())
                    .as(hidden)
                    .isEmpty();
        }
        for (String seen : List.of("一直没人理", "等了3个月", "身份证")) {
            assertThat(get(officer, "/api/ops/evaluations?q=" + seen).get("total"))
                    .as(seen)
                    .isEqualTo(1);
        }
    }

    @Test
    void whose_an_anonymous_one_is_only_who_looks_after_all_of_them_sees() {
        Map<String, Object> anonymous = evaluation("VERY_DISSATISFIED");
        anonymous.put("anonymous", true);
        anonymous.put("words", "一直没人理甲乙丙丁，请打 13656781234 找我");
        UUID id = post(member, CASES + finished() + "/evaluate", anonymous).evaluationId();

        assertThat(detail(officer, id).get("evaluation").toString()).doesNotContain("甲乙丙丁科技", "RZ1", "finishedAt");
        assertThat(detail(officer, id).toString())
                .as("nor by a phone in the words")
                .doesNotContain("13656781234")
                .contains("一直没人理");
        assertThat(detail(TestUsers.operator(OpsPermissions.PUBLISH_EVALUATIONS), id)
                        .get("shortNames"))
                .as("nor by which of the words is the name")
                .isEqualTo(List.of());
        assertThat(detail(operator, id).get("ownNames")).isEqualTo(List.of("甲乙丙丁"));
        assertThat(detail(operator, id).toString()).contains("13656781234");
        assertThat(detail(operator, id).get("evaluation").toString()).contains("甲乙丙丁科技", "RZ1");
        assertThat(get(officer, "/api/ops/evaluations?q=甲乙丙丁科技").get("total")).isEqualTo(0);
        assertThat(get(officer, "/api/ops/evaluations?q=云税贷").get("total")).isEqualTo(1);
        ExportedFile file = ExportedFile.of(client.as(officer), "/api/ops/evaluations/export?sort=grade,asc");
        assertThat(file.column("评价")).containsExactly("非常不满意");
        assertThat(file.rows().toString()).doesNotContain("甲乙丙丁科技", "RZ1", "13656781234");
        assertThat(jdbc.sql("select case_number || about from promise where institution_id = ?")
                        .param(bank)
                        .query(String.class)
                        .single())
                .doesNotContain("甲乙丙丁科技", "RZ1");
        assertThat(act(officer, id, "answer", 0, Map.of("answer", "EXPLAINED", "words", "按规定需现场核验"))
                        .state())
                .isEqualTo("TO_REVIEW");
    }

    @Test
    void who_names_themselves_is_covered_and_told_to_who_publishes() {
        Map<String, Object> words = evaluation("SATISFIED");
        words.put("words", member.name() + "打了三次电话，很满意");
        Answer given = post(member, CASES + finished() + "/evaluate", words);

        assertThat(detail(operator, given.evaluationId()).get("ownNames")).isEqualTo(List.of(member.name()));
        act(operator, given.evaluationId(), "publish", given.version(), Map.of("cover", List.of()));

        assertThat(((Map<?, ?>) publicOnes(bank).getFirst()).get("words")).isEqualTo("***打了三次电话，很满意");
    }

    @Test
    void who_names_themselves_or_their_enterprise_in_an_anonymous_one_is_neither_read_nor_found_by_it() {
        Map<String, Object> anonymous = evaluation("VERY_DISSATISFIED");
        anonymous.put("anonymous", true);
        anonymous.put("words", "甲乙丙丁的" + member.name() + "打了三次电话");
        UUID id = post(member, CASES + finished() + "/evaluate", anonymous).evaluationId();

        assertThat(detail(officer, id).toString())
                .doesNotContain(member.name(), "甲乙丙丁")
                .contains("***的***打了三次电话");
        for (String name : List.of(member.name(), "甲乙丙丁")) {
            assertThat(get(officer, "/api/ops/evaluations?q=" + name).get("total"))
                    .isEqualTo(0);
            assertThat(get(operator, "/api/ops/evaluations?q=" + name).get("total"))
                    .isNotEqualTo(0);
        }
    }

    @Test
    void of_a_claim_a_file_says_who_handled_it_as_the_list_does() {
        UUID claim = Ids.next();
        tell(decided(claim, ClaimDecision.APPROVED), 1);
        await().untilAsserted(() -> assertThat(status(member, CASES + claim)).isEqualTo(200));
        Map<String, Object> words = evaluation("SATISFIED");
        words.put("words", "审核很快" + claim);
        post(member, CASES + claim + "/evaluate", words);

        ExportedFile file = ExportedFile.of(client.as(operator), "/api/ops/evaluations/export?q=审核很快" + claim);

        assertThat(file.column("办理机构")).containsExactly("企业码审核");
    }

    @Test
    void a_second_evaluation_that_does_not_come_ends_by_itself() {
        UUID id = passed();
        assertThat(get(member, MINE).get("total"))
                .as("it waits for who may evaluate once more")
                .isEqualTo(1);
        clock.forward(Duration.ofDays(16));
        assertThat(get(member, MINE).get("total")).as("in time").isEqualTo(0);

        assertThat(expiry.run()).isPositive();

        assertThat(((Map<?, ?>) detail(operator, id).get("evaluation")).get("state"))
                .isEqualTo("LAPSED");
        assertThat(expiry.run()).isZero();
    }

    @Test
    void claims_are_answered_by_those_to_whom_they_are_open_and_by_no_bank() {
        UUID claim = Ids.next();
        tell(decided(claim, ClaimDecision.APPROVED), 1);
        await().untilAsserted(() -> assertThat(get(member, MINE).get("total")).isEqualTo(1));
        UUID id = post(member, CASES + claim + "/evaluate", evaluation("DISSATISFIED"))
                .evaluationId();
        CurrentUser reviewer =
                TestUsers.ofTown(Ids.next(), "another-town", OpsPermissions.ANSWER_EVALUATIONS, "code.claim.review");
        CurrentUser everywhere = reviewer.reaching(Map.of(ScopedResource.CLAIM, Reach.ALL), reviewer.territory());

        assertThat(status(officer, DESK + id)).isEqualTo(404);
        assertThat(status(reviewer, DESK + id)).isEqualTo(404);
        assertThat(detail(everywhere, id).get("answersFor")).isEqualTo(true);
    }

    @Test
    void a_branch_answers_for_the_loan_that_it_handled_and_its_head_office_may_too() {
        UUID branch = Ids.next();
        UUID sister = Ids.next();
        UUID loan = Ids.next();
        tell(new LoanApplicationRefused(loanOf(loan, branch), "OTHER", "其他原因", "不符合", now()), 2);
        await().untilAsserted(() -> assertThat(status(member, CASES + loan)).isEqualTo(200));
        Answer given = post(member, CASES + loan + "/evaluate", evaluation("DISSATISFIED"));
        UUID id = given.evaluationId();
        CurrentUser ofBranch = TestUsers.ofBank(branch, OpsPermissions.ANSWER_EVALUATIONS);

        assertThat(status(TestUsers.ofBank(sister, OpsPermissions.ANSWER_EVALUATIONS), DESK + id))
                .as("another branch has nothing to do with it")
                .isEqualTo(404);
        assertThat(detail(officer, id).get("answersFor")).as("the head office").isEqualTo(true);
        assertThat(detail(ofBranch, id).get("answersFor")).isEqualTo(true);
        assertThat(get(ofBranch, "/api/ops/evaluations").get("total")).isEqualTo(1);
        Answer called = act(ofBranch, id, "call", given.version(), Map.of("reached", true, "words", "已联系"));
        assertThat(act(ofBranch, id, "answer", called.version(), Map.of("answer", "REDONE", "words", "已整改"))
                        .state())
                .isEqualTo("TO_REVIEW");
        assertThat(jdbc.sql("select data ->> 'branchId' from outbox where type = 'ops.EvaluationGiven' and subject = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(branch.toString());
    }

    @Test
    void heads_of_the_branch_and_of_its_bank_have_its_call_backs_on_their_board_and_those_of_another_have_not() {
        UUID branch = Ids.next();
        UUID loan = Ids.next();
        tell(new LoanApplicationRefused(loanOf(loan, branch), "OTHER", "其他原因", "不符合", now()), 2);
        await().untilAsserted(() -> assertThat(status(member, CASES + loan)).isEqualTo(200));
        post(member, CASES + loan + "/evaluate", evaluation("DISSATISFIED"));
        CurrentUser ofBranch = headOf(branch);

        Map<String, Object> board = get(ofBranch, "/api/ops/promises");
        assertThat(board.get("total")).isEqualTo(1);
        assertThat(get(headOf(bank), "/api/ops/promises").get("total")).isEqualTo(1);
        assertThat(get(headOf(Ids.next()), "/api/ops/promises").get("total")).isEqualTo(0);
        Object promise = ((Map<?, ?>) ((List<?>) board.get("items")).getFirst()).get("id");
        assertThat(post(headOf(Ids.next()), "/api/ops/promises/" + promise + "/urge", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(post(ofBranch, "/api/ops/promises/" + promise + "/urge", Map.of())
                        .status())
                .isEqualTo(204);
    }

    private static CurrentUser headOf(UUID institution) {
        CurrentUser head =
                TestUsers.ofBank(institution, OpsPermissions.ANSWER_EVALUATIONS, OpsPermissions.SUPERVISE_BANK);
        return head.reaching(Map.of(ScopedResource.EVALUATION, Reach.INSTITUTION), head.territory());
    }

    @Test
    void the_finance_office_reads_what_is_said_of_loans_of_any_bank_and_answers_for_none() {
        UUID id = post(member, CASES + finished() + "/evaluate", evaluation("DISSATISFIED"))
                .evaluationId();
        CurrentUser somebody =
                TestUsers.ofDepartment(Ids.next(), OpsPermissions.ANSWER_EVALUATIONS, "finance.application.read-all");
        CurrentUser ofOwn =
                somebody.reaching(Map.of(ScopedResource.EVALUATION, Reach.INSTITUTION), somebody.territory());
        CurrentUser everywhere = somebody.reaching(
                Map.of(ScopedResource.EVALUATION, Reach.INSTITUTION, ScopedResource.LOAN_APPLICATION, Reach.ALL),
                somebody.territory());

        assertThat(status(ofOwn, DESK + id)).isEqualTo(404);
        assertThat(detail(everywhere, id).get("answersFor")).isEqualTo(false);
        assertThat((List<?>)
                        get(everywhere, "/api/ops/evaluations?caseKind=CLAIM").get("items"))
                .isEmpty();
    }

    @Test
    void supervisors_see_which_call_backs_are_promised_and_ask_for_them_on_record() {
        post(member, CASES + finished() + "/evaluate", evaluation("DISSATISFIED"));
        Map<String, Object> page = get(operator, "/api/ops/promises?institutionId=" + bank);
        assertThat(page.get("total")).isEqualTo(1);
        Object promise = ((Map<?, ?>) ((List<?>) page.get("items")).getFirst()).get("id");

        assertThat(post(operator, "/api/ops/promises/" + promise + "/urge", Map.of())
                        .status())
                .isEqualTo(204);

        assertThat(post(operator, "/api/ops/promises/" + promise + "/urge", Map.of())
                        .body()
                        .get("code"))
                .isEqualTo("URGED_ALREADY");
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select count(*) from ops_log.audit_entry where action = 'EVALUATION_URGED'")
                                .query(Integer.class)
                                .single())
                .isPositive());
    }

    @Test
    void the_database_holds_one_evaluation_of_a_case_that_stays_as_it_was_given() {
        UUID loan = finished();
        UUID id = post(member, CASES + loan + "/evaluate", evaluation("SATISFIED"))
                .evaluationId();

        for (String forbidden : List.of(
                "update evaluation set grade = 'VERY_SATISFIED' where id = ?",
                "update evaluation set words = '别的' where id = ?",
                "update evaluation set person_id = given_by where id = ?",
                "update evaluation set publication = 'PUBLISHED' where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).param(id).update())
                    .as(forbidden)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void no_stranger_comes_by_any_route_with_an_id(
            @Autowired Strangers strangers,
            @Autowired InternalPrincipals principals,
            @Autowired @Qualifier("exportWorker") Object exports) {
        UUID waiting = finished();
        UUID loan = finished();
        Answer given = post(member, CASES + loan + "/evaluate", evaluation("DISSATISFIED"));
        UUID id = given.evaluationId();
        UUID second = passed();
        int passedVersion = (Integer) of(member, second).get("version");
        Object promise = ((Map<?, ?>) ((List<?>) get(operator, "/api/ops/promises?institutionId=" + bank)
                                .get("items"))
                        .getFirst())
                .get("id");
        CurrentUser auditor = TestUsers.operator("ops.audit.read");
        when(principals.principal(any(), any(), any()))
                .thenReturn(new Principal(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of("ops.audit.read"),
                        null,
                        null,
                        null,
                        null,
                        null));
        UUID written = export(auditor);
        while (Boolean.TRUE.equals(ReflectionTestUtils.invokeMethod(exports, "work"))) {
            // What other tests asked for may stand before it.
        }
        strangers
                .toward()
                .owned("GET /api/ops/exports/{id}/file", auditor, written)
                .owned("POST /api/ops/exports/{id}/cancel", auditor, export(auditor))
                .open(
                        "GET /api/ops/operations/{seq}",
                        "who audits audits everybody: no other institution has such a role")
                .owned("GET /api/ops/my/finished-cases/{id}", member, loan)
                .owned("POST /api/ops/my/finished-cases/{id}/evaluate", member, waiting, evaluation("SATISFIED"))
                .owned(
                        "POST /api/ops/my/evaluations/{id}/again",
                        member,
                        second,
                        Map.of("version", passedVersion, "grade", "FAIR"))
                .owned("GET /api/ops/evaluations/{id}", officer, id)
                .owned(
                        "POST /api/ops/evaluations/{id}/call",
                        officer,
                        id,
                        Map.of("version", given.version(), "reached", true, "words", "已联系"))
                .owned(
                        "POST /api/ops/evaluations/{id}/answer",
                        officer,
                        id,
                        Map.of("version", given.version() + 1, "answer", "REDONE", "words", "已整改"))
                .owned(
                        "POST /api/ops/evaluations/{id}/send-back",
                        operator,
                        id,
                        Map.of("version", given.version() + 2, "words", "写得不够具体"))
                .owned("POST /api/ops/evaluations/{id}/pass", operator, id, Map.of("version", given.version() + 2))
                .owned("POST /api/ops/evaluations/{id}/publish", operator, id, Map.of("version", given.version() + 2))
                .owned("POST /api/ops/evaluations/{id}/withhold", operator, id, Map.of("version", given.version() + 2))
                .owned("POST /api/ops/promises/{id}/urge", operator, promise)
                .open("PUT /api/ops/promise-terms/{caseClass}", "a class of cases, of which there is one for all")
                .areTurnedAway();
    }

    private UUID passed() {
        Answer given = post(member, CASES + finished() + "/evaluate", evaluation("DISSATISFIED"));
        UUID id = given.evaluationId();
        Answer called = act(officer, id, "call", given.version(), Map.of("reached", true, "words", "已联系"));
        Answer answered = act(officer, id, "answer", called.version(), Map.of("answer", "REDONE", "words", "已整改"));
        assertThat(act(operator, id, "pass", answered.version(), Map.of()).state())
                .isEqualTo("TO_EVALUATE_AGAIN");
        return id;
    }

    /** A loan that the bank refused now. */
    private UUID finished() {
        UUID id = Ids.next();
        tell(new LoanApplicationRefused(loan(id), "OTHER", "其他原因", "不符合", now()), 2);
        await().untilAsserted(() -> assertThat(status(member, CASES + id)).isEqualTo(200));
        return id;
    }

    private LoanParties loan(UUID id) {
        return new LoanParties(
                id, "RZ1", Ids.next(), "云税贷", bank, "甲银行", enterprise, "甲乙丙丁科技公司", member.accountId(), false);
    }

    private LoanParties loanOf(UUID id, UUID branch) {
        return new LoanParties(
                id,
                "RZ2",
                Ids.next(),
                "云税贷",
                bank,
                "甲银行",
                enterprise,
                "甲乙丙丁科技公司",
                member.accountId(),
                false,
                branch,
                null);
    }

    private CodeClaimDecided decided(UUID claim, ClaimDecision decision) {
        return new CodeClaimDecided(claim, "LM1", enterprise, "甲公司", member.accountId(), decision, "说明", false, now());
    }

    private void tell(DomainEvent fact, long version) {
        transaction.executeWithoutResult(status -> outbox.publish(fact, version, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Map<String, Object> evaluation(String grade, String... tags) {
        Map<String, Object> given = new HashMap<>(Map.of("grade", grade, "tags", List.of(tags), "channel", "PC"));
        if (tags.length == 0) {
            given.put("words", "等了三周");
        }
        return given;
    }

    private Answer act(CurrentUser who, UUID id, String what, int version, Map<String, Object> body) {
        Map<String, Object> sent = new HashMap<>(body);
        sent.put("version", version);
        return post(who, DESK + id + "/" + what, sent);
    }

    private Map<String, Object> detail(CurrentUser who, UUID id) {
        return get(who, DESK + id);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> of(CurrentUser enterprisePerson, UUID evaluation) {
        return ((List<Map<String, Object>>)
                        get(enterprisePerson, MINE + "?evaluated=true").get("items"))
                .stream()
                        .map(it -> (Map<String, Object>) it.get("evaluation"))
                        .filter(it -> it.get("id").equals(evaluation.toString()))
                        .findFirst()
                        .orElseThrow();
    }

    private List<?> publicOnes(UUID institution) {
        return (List<?>) read(client.anonymous(), "/api/ops/published-evaluations?institutionId=" + institution)
                .get("items");
    }

    private Map<?, ?> figuresOf(UUID institution) {
        return ((List<?>) read(client.anonymous(), "/api/ops/published-evaluations/figures")
                        .get("institutions"))
                .stream()
                        .map(it -> (Map<?, ?>) it)
                        .filter(it -> institution.toString().equals(it.get("institutionId")))
                        .findFirst()
                        .orElseThrow();
    }

    private int status(CurrentUser who, String path) {
        return client.as(who)
                .get()
                .uri(path)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    private Map<String, Object> get(CurrentUser who, String path) {
        return read(client.as(who), path);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(RestTestClient reader, String path) {
        return reader.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    private UUID export(CurrentUser auditor) {
        Answer asked = post(
                auditor,
                "/api/ops/operations/export-jobs",
                Map.of("subject", Ids.next().toString()));
        return UUID.fromString(String.valueOf(asked.body().get("id")));
    }

    private Answer post(CurrentUser who, String path, Map<String, Object> body) {
        var result = client.as(who)
                .post()
                .uri(path)
                .header("Idempotency-Key", Ids.next().toString())
                .body(body)
                .exchange()
                .expectBody(Map.class)
                .returnResult();
        Map<String, Object> answer = result.getResponseBody();
        return new Answer(result.getStatus().value(), answer == null ? Map.of() : answer);
    }
}
