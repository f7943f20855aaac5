package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestTokens;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A bank's own system works through its inbox without the console. */
class SystemInboxTest extends FinanceServiceTest {

    private static final String INBOX = "/openapi/v1/applications";

    private final LocalDate today = BusinessTime.today(Clock.systemUTC());

    private CallingSystem system;

    @BeforeEach
    void the_bank_has_a_system() {
        system = systemOf(bank, false);
    }

    @Test
    void a_banks_system_takes_an_application_from_submission_to_settlement() {
        Answer it = submit(enterprise, application());
        it = act(system, it, "accept", Map.of());
        assertThat(it.get("status")).isEqualTo("IN_REVIEW");
        Map<String, Object> silent = approval(0);
        silent.remove("borrowedBefore");
        assertThat(act(system, it, "approve", silent).code())
                .as("that it is a first loan is said, not left out")
                .isEqualTo("VALIDATION_FAILED");
        Map<String, Object> partOfOne = approval(0);
        partOfOne.put("annualRate", 0.0385);
        Answer unclear = act(system, it, "approve", partOfOne);
        assertThat(unclear.code()).as("3.85%, or 0.0385%?").isEqualTo("VALIDATION_FAILED");
        assertThat(unclear.body().toString()).contains("annualRate", "如 3.85 表示 3.85%");
        it = act(system, it, "approve", approval(0));
        it = act(system, it, "disbursements", Map.of("amount", 150_000, "disbursedOn", today));
        assertThat(it.get("disbursedAmount")).isEqualTo(150_000.0);
        Map<String, Object> numbered = Map.of("amount", 150_000, "disbursedOn", today, "reference", "FK-20261201/7");
        it = act(system, it, "disbursements", numbered);
        assertThat(it.get("timeline").toString()).contains("流水号 FK-20261201/7");
        assertThat(act(system, it, "disbursements", numbered).code())
                .as("its own number, under which it is on record")
                .isEqualTo("DISBURSEMENT_RECORDED");
        assertThat(act(system, it, "disbursements", Map.of("amount", 1, "disbursedOn", today, "reference", "没有号"))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(call(system, INBOX + "/" + it.id()).get("disbursedAmount")).isEqualTo(300_000.0);
        it = act(system, it, "settle", Map.of());
        assertThat(it.get("status")).isEqualTo("SETTLED");

        assertThat(eventsOf(it.id()))
                .containsExactly(
                        "finance.LoanApplicationSubmitted",
                        "finance.LoanApplicationAccepted",
                        "finance.LoanApplicationApproved",
                        "finance.LoanDisbursed",
                        "finance.LoanDisbursed",
                        "finance.LoanSettled");
        assertThat(get(enterprise, "/api/finance/my/applications/" + it.id())
                        .get("timeline")
                        .toString())
                .as("the enterprise reads who it was")
                .contains("actor=测试银行 信贷系统");
        assertThat(audited(it.id())).containsOnlyOnce("审批通过融资申请 测试银行 信贷系统");
    }

    @Test
    void a_system_reads_by_when_its_bank_has_to_answer_and_how_many_working_days_are_left() {
        Answer it = submit(enterprise, application());
        Object promised = ((Map<?, ?>) get(enterprise, "/api/finance/my/applications/" + it.id())
                        .get("promise"))
                .get("dueOn");

        Answer read = call(system, INBOX + "/" + it.id());
        assertThat(promised).isNotNull();
        assertThat(read.body())
                .containsEntry("answerBy", promised)
                .containsEntry("remainingWorkingDays", 10)
                .containsEntry("answerOverdue", false);
        assertThat(call(system, INBOX).body().get("items").toString()).contains("answerBy=" + promised);

        Answer accepted = act(system, read, "accept", Map.of());
        Answer asked = act(system, accepted, "ask-material", Map.of("reason", "近三个月的银行流水"));
        assertThat(asked.body()).as("it stands still").doesNotContainKey("answerBy");
    }

    @Test
    void a_system_that_asks_hears_of_a_payment_that_may_be_one_that_is_recorded() {
        Answer it = act(system, submit(enterprise, application()), "accept", Map.of());
        it = act(system, it, "approve", approval(0));
        Map<String, Object> payment = Map.of("amount", 10_000, "disbursedOn", today, "another", false);
        it = act(system, it, "disbursements", payment);

        assertThat(act(system, it, "disbursements", payment).code()).isEqualTo("DISBURSEMENT_ALIKE");
        assertThat(act(system, it, "disbursements", Map.of("amount", 10_000, "disbursedOn", today, "another", true))
                        .get("disbursedAmount"))
                .isEqualTo(20_000.0);
    }

    @Test
    void a_refusal_names_a_reason_of_the_catalogue_and_the_banks_words() {
        assertThat(ask(system, "/openapi/v1/refusal-reasons", List.class).toString())
                .contains("DEBT_TOO_HIGH");
        Answer it = act(system, submit(enterprise, application()), "accept", Map.of());

        assertThat(act(system, it, "refuse", Map.of("reasonCode", "MOOD", "reason", "今天心情不好"))
                        .code())
                .isEqualTo("REFUSAL_REASON_UNKNOWN");
        for (String none : List.of(" ", "否")) {
            assertThat(act(system, it, "refuse", Map.of("reasonCode", "OTHER", "reason", none))
                            .code())
                    .isEqualTo("VALIDATION_FAILED");
        }
        Answer refused = act(system, it, "refuse", Map.of("reasonCode", "DEBT_TOO_HIGH", "reason", "负债率超出限额"));

        assertThat(refused.body())
                .containsEntry("status", "REFUSED")
                .containsEntry("refusalReasonCode", "DEBT_TOO_HIGH")
                .containsEntry("refusalReason", "负债率超出限额");
    }

    @Test
    void a_banks_system_asks_for_material_and_goes_on_when_the_enterprise_has_supplied_it() {
        Answer it = submit(enterprise, application());
        assertThat(act(system, it, "ask-material", Map.of("reason", "近三个月的银行流水"))
                        .code())
                .as("as in the console: what nobody took up is not asked about")
                .isEqualTo("STATE_CONFLICT");
        it = act(system, it, "accept", Map.of());
        Answer asked = act(system, it, "ask-material", Map.of("reason", "近三个月的银行流水"));

        assertThat(asked.get("status")).isEqualTo("NEED_MATERIAL");
        assertThat(asked.get("timeline").toString()).contains("近三个月的银行流水");
        assertThat(jdbc.sql("select state from promise where case_id = ?")
                        .param(it.id())
                        .query(String.class)
                        .single())
                .as("the bank's time stands still")
                .isEqualTo("PAUSED");
        assertThat(audited(it.id())).contains("要求补充材料 测试银行 信贷系统");

        post(
                enterprise,
                "/api/finance/my/applications/" + it.id() + "/supply-material",
                Map.of("version", asked.version(), "words", "流水已上传"));
        Answer supplied = call(system, INBOX + "/" + it.id());
        assertThat(supplied.get("status")).isEqualTo("IN_REVIEW");
        assertThat(act(system, supplied, "approve", approval(0)).get("status")).isEqualTo("APPROVED");
    }

    @Test
    void what_changed_first_comes_first_and_since_then_is_what_changed_later() {
        Answer first = submit(enterprise, application());
        Answer second = submit(anEnterprise(), application());
        submit(enterprise, application(aProductOf(aBank())));
        assertThat(numbers("")).containsExactly(first.get("number"), second.get("number"));

        Answer changed = act(system, first, "accept", Map.of());
        String since = (String) changed.get("changedAt");

        assertThat(numbers("")).containsExactly(second.get("number"), first.get("number"));
        assertThat(numbers("?since=" + plus(since, 0))).containsExactly(first.get("number"));
        assertThat(numbers("?since=" + plus(since, 1))).isEmpty();
        assertThat(numbers("?status=SUBMITTED")).containsExactly(second.get("number"));
        assertThat(numbers("?size=1&page=2")).containsExactly(first.get("number"));
        assertThat(call(system, INBOX + "?since=gestern").status()).isEqualTo(400);
        assertThat(call(system, INBOX + "?size=1000").code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void the_bank_sees_whom_to_call_and_no_other_key_does() {
        Answer it = call(system, INBOX + "/" + submit(enterprise, application()).id());

        assertThat(it.body()).containsEntry("contactName", "李经理").containsEntry("contactPhone", "13812345678");
        CallingSystem reader = new CallingSystem(
                Ids.next(), "某系统", bank.id(), bank.name(), false, Set.of(FinancePermissions.READ_BY_SYSTEM));
        assertThat(call(reader, INBOX).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void who_applied_is_read_by_consent_and_each_reading_is_told() {
        Answer it = submit(enterprise, application());
        when(registerOfOthers.enterprise(enterprise.enterpriseId()))
                .thenReturn(inTheRegister(enterprise.enterpriseId()));
        String path = INBOX + "/" + it.id() + "/enterprise";

        assertThat(call(system, path).body()).containsEntry("uscc", "91500113MAX5XQ4WX4");
        assertThat(toldOf(it.id())).singleElement().asString().contains("\"readerName\": \"信贷系统\"", "测试银行");

        theConsentToBanksIs(ConsentStanding.WITHDRAWN);
        Answer refused = call(system, path);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).containsEntry("code", "CONSENT_WITHDRAWN").containsEntry("detail", "企业已撤回授权");
        assertThat(toldOf(it.id())).as("what was not shown is no reading").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "ask-material", "approve", "refuse", "disbursements", "settle"})
    void with_another_banks_key_nothing_is_moved(String action) {
        Answer it = submit(enterprise, application());
        Map<String, Object> body = approval(0);
        body.putAll(Map.of("reasonCode", "OTHER", "reason", "越权的答复", "amount", 1, "disbursedOn", today));

        assertThat(act(systemOf(aBank(), false), it, action, body).status()).isEqualTo(404);
        assertThat(call(system, INBOX + "/" + it.id()).get("status")).isEqualTo("SUBMITTED");
    }

    @Test
    void a_head_offices_key_works_on_what_was_applied_for_at_a_branch_and_at_no_other_bank() {
        Bank branch = aBank();
        CallingSystem headOffice = new CallingSystem(
                Ids.next(),
                "信贷系统",
                bank.id(),
                "测试银行",
                false,
                Set.of(FinancePermissions.HANDLE_BY_SYSTEM),
                Set.of(branch.id()));
        Answer own = submit(enterprise, application());
        Answer below = submit(anEnterprise(), application(aProductOf(branch)));
        Answer foreign = submit(anEnterprise(), application(aProductOf(aBank())));

        assertThat(call(headOffice, INBOX).get("items").toString())
                .contains(own.id().toString(), below.id().toString())
                .doesNotContain(foreign.id().toString());
        assertThat(act(headOffice, below, "accept", Map.of()).get("status")).isEqualTo("IN_REVIEW");
        assertThat(call(system, INBOX + "/" + below.id()).status())
                .as("without the tree the key reaches its own bank")
                .isEqualTo(404);
        assertThat(call(headOffice, INBOX + "/" + foreign.id()).status()).isEqualTo(404);
    }

    @Test
    void with_another_banks_key_nothing_is_seen() {
        Answer it = submit(enterprise, application());
        CallingSystem stranger = systemOf(aBank(), false);

        assertThat(call(stranger, INBOX).get("total")).isEqualTo(0);
        assertThat(call(stranger, INBOX + "/" + it.id()).status()).isEqualTo(404);
        assertThat(call(stranger, INBOX + "/" + it.id() + "/enterprise").status())
                .isEqualTo(404);
        assertThat(toldOf(it.id())).isEmpty();
    }

    @Test
    void in_the_sandbox_there_are_applications_of_demo_enterprises_and_no_others() {
        Answer real = submit(enterprise, application());
        Answer demo = submit(anEnterprise(), application());
        jdbc.sql("update loan_application set demo = true where id = ?")
                .param(demo.id())
                .update();
        CallingSystem sandbox = systemOf(bank, true);

        assertThat(items(call(sandbox, INBOX)))
                .extracting(it -> it.get("number"))
                .containsExactly(demo.get("number"));
        assertThat(call(sandbox, INBOX + "/" + real.id()).status()).isEqualTo(404);
        assertThat(call(sandbox, INBOX + "/" + real.id() + "/enterprise").status())
                .isEqualTo(404);
        assertThat(act(sandbox, real, "accept", Map.of()).status()).isEqualTo(404);
        assertThat(act(sandbox, demo, "accept", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void a_move_needs_its_key_and_sent_twice_it_is_made_once() {
        Answer it = submit(enterprise, application());
        String path = INBOX + "/" + it.id() + "/accept";
        Map<String, Object> body = Map.of("version", it.version());

        assertThat(send(system, path, body, null).code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        String key = Ids.next().toString();
        Answer first = send(system, path, body, key);
        assertThat(send(system, path, body, key)).isEqualTo(first);
        Answer stale = send(system, path, body, Ids.next().toString());
        assertThat(stale.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(stale.get("detail").toString())
                .as("a program has no page to load anew")
                .contains("重新读取", "version")
                .doesNotContain("刷新");
        assertThat(act(officer, it.id(), "accept", body).get("detail").toString())
                .contains("请刷新");
    }

    @ParameterizedTest
    @CsvSource({
        "accept, {}, 400, VALIDATION_FAILED",
        "approve, {\"version\": 1}, 400, VALIDATION_FAILED",
        "ask-material, {\"version\": 1}, 400, VALIDATION_FAILED",
        "settle, {\"version\": 1}, 409, STATE_CONFLICT",
    })
    void what_cannot_be_is_said_as_in_the_console(String action, String body, int status, String code) {
        Answer it = act(system, submit(enterprise, application()), "accept", Map.of());

        Answer answer = send(
                system, INBOX + "/" + it.id() + "/" + action, body, Ids.next().toString());
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void who_has_an_application_is_told_what_the_banks_system_did_with_it_and_nobody_of_what_it_has_itself() {
        Answer taken = submit(enterprise, application());
        taken = act(officer, taken.id(), "accept", Map.of("version", taken.version()));
        assertThat(eventsOf(taken.id())).as("who did it knows").doesNotContain("finance.LoanAnsweredBySystem");

        act(system, taken, "approve", approval(0));

        assertThat(eventsOf(taken.id())).containsOnlyOnce("finance.LoanAnsweredBySystem");
        assertThat(jdbc.sql("select data ->> 'what' || ' ' || (data ->> 'handlerId') from outbox"
                                + " where subject = ? and type = 'finance.LoanAnsweredBySystem'")
                        .param(taken.id())
                        .query(String.class)
                        .single())
                .isEqualTo("审批通过 " + officer.accountId());
    }

    @Test
    void who_takes_over_what_the_banks_system_has_takes_it_from_no_person_who_would_hear_of_it() {
        Answer it = act(system, submit(enterprise, application()), "accept", Map.of());

        Answer taken = post(
                officer,
                "/api/finance/applications/" + it.id() + "/hand-over",
                Map.of(
                        "version",
                        it.version(),
                        "to",
                        Map.of("officerId", officer.accountId()),
                        "reason",
                        "系统停用，转人工办理"));

        assertThat(taken.get("timeline").toString()).contains("原办理人测试银行 信贷系统");
        assertThat(assigned(it)).extracting(told -> told.get("former")).containsExactly((Object) null);
        CurrentUser colleague = officerOf(bank);
        post(
                colleague,
                "/api/finance/applications/" + it.id() + "/hand-over",
                Map.of(
                        "version",
                        taken.version(),
                        "to",
                        Map.of("officerId", colleague.accountId()),
                        "reason",
                        "经办人休年假"));
        assertThat(assigned(it))
                .extracting(told -> told.get("former"))
                .as("a person hears of it")
                .containsExactly(null, officer.accountId().toString());
    }

    private List<Map<String, Object>> assigned(Answer application) {
        return jdbc.sql("select data ->> 'former' as former from outbox where subject = ?"
                        + " and type = 'finance.LoanApplicationAssigned' order by version")
                .param(application.id())
                .query()
                .listOfRows();
    }

    @Test
    void the_inbox_is_read_by_its_index() {
        List<String> plan = Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            // Of the few rows that are there, it would be no loss to sort them.
            jdbc.sql("set local enable_sort = off").update();
            return jdbc.sql("explain select * from loan_application where bank_id = ? and changed_at >= now()"
                            + " order by changed_at, id limit 20")
                    .param(bank.id())
                    .query(String.class)
                    .list();
        }));
        assertThat(plan).anySatisfy(line -> assertThat(line).contains("loan_application_inbox"));
        assertThat(plan).noneSatisfy(line -> assertThat(line).contains("Sort"));
    }

    private Answer act(CallingSystem who, Answer application, String action, Map<String, ?> body) {
        Map<String, Object> sent = new HashMap<>(body);
        sent.put("version", application.version());
        return send(
                who,
                INBOX + "/" + application.id() + "/" + action,
                sent,
                Ids.next().toString());
    }

    private Answer send(CallingSystem who, String path, Object body, @Nullable String idempotencyKey) {
        RestTestClient.RequestBodySpec request = as(who).post().uri(path);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return answerOf(
                request.header("Content-Type", "application/json").body(body).exchange());
    }

    private Answer call(CallingSystem who, String uri) {
        return answerOf(as(who).get().uri(uri).exchange());
    }

    private <T> T ask(CallingSystem who, String uri, Class<T> type) {
        return Objects.requireNonNull(as(who).get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(type)
                .returnResult()
                .getResponseBody());
    }

    private List<Object> numbers(String query) {
        return items(call(system, INBOX + query)).stream()
                .map(it -> it.get("number"))
                .toList();
    }

    private static String plus(String time, int nanosOfMicro) {
        return OffsetDateTime.parse(time)
                .plusNanos(nanosOfMicro * 1000L)
                .toInstant()
                .toString();
    }

    private RestTestClient as(CallingSystem who) {
        return client.withToken(TestTokens.of(who));
    }

    private List<String> toldOf(UUID application) {
        return jdbc.sql("""
                        select data::text from outbox where type = 'finance.LoanApplicationViewed'
                        and data ->> 'applicationId' = ?""").param(application.toString()).query(String.class).list();
    }

    private List<String> audited(UUID application) {
        return jdbc.sql("""
                        select (data ->> 'actionLabel') || ' ' || (data -> 'actor' ->> 'name') from outbox
                        where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?""").param(application.toString()).query(String.class).list();
    }
}
