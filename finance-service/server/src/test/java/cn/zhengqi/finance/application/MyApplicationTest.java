package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.data.RoutingDataSource;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.api.InternalPurposeUses;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.matching.api.MatchCompleted;
import cn.zhengqi.testing.RawTables;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRegistered;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.InternalDictionary;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The enterprise's side, with everything it can get wrong. */
class MyApplicationTest extends FinanceServiceTest {

    private static final String MINE = "/api/finance/my/applications";

    @Autowired
    private DataSource tables;

    @Autowired
    EventHandler<EnterpriseRegistered> register;

    @Autowired
    EventHandler<MatchCompleted> matches;

    @Autowired
    RoutingDataSource connections;

    @Test
    void an_application_is_received_numbered_and_told() {
        Answer answer = submit(enterprise, application());

        assertThat(answer.status()).isEqualTo(201);
        assertThat((String) answer.get("number")).matches("RZ20\\d{6}\\d{6}");
        assertThat(answer.body())
                .containsEntry("status", "SUBMITTED")
                .containsEntry("channel", "WECHAT")
                .containsEntry("kind", "FIRST")
                .containsEntry("enterpriseName", "测试企业有限公司")
                .containsEntry("bankName", bank.name());
        assertThat((List<?>) answer.get("timeline")).hasSize(1);
        assertThat(eventsOf(answer.id())).containsExactly("finance.LoanApplicationSubmitted");
        assertThat(get(enterprise, MINE + "/" + answer.id()).body()).isEqualTo(answer.body());
    }

    @Test
    void what_somebody_applied_for_is_theirs_to_take_out_in_clear_and_nobody_elses() {
        Answer answer = submit(enterprise, application());

        assertThat((List<?>) get(enterprise, "/api/finance/my/data").get("applications"))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("number", answer.get("number"))
                .containsEntry("contactPhone", application().get("contactPhone"))
                .containsEntry("status", "待银行受理");
        assertThat((List<?>) get(officer, "/api/finance/my/data").get("applications"))
                .isEmpty();
    }

    @Test
    void the_register_says_what_the_enterprise_is_called_and_where_it_is() {
        registered(enterprise.enterpriseId(), "重庆登记名称有限公司", "500113103", 1);

        Answer answer = submit(enterprise, application());

        assertThat(answer.get("enterpriseName")).isEqualTo("重庆登记名称有限公司");
        assertThat(jdbc.sql("select data ->> 'townCode' from outbox where subject = ?")
                        .param(answer.id())
                        .query(String.class)
                        .single())
                .isEqualTo("500113103");
    }

    @Test
    void before_a_record_of_the_register_has_arrived_the_register_is_asked_for_the_town_and_whether_it_is_made_up() {
        Answer answer = submit(enterprise, application());

        assertThat(answer.body()).containsEntry("enterpriseName", "测试企业有限公司").containsEntry("demo", false);
        assertThat(jdbc.sql("select data ->> 'townCode' from outbox where subject = ?")
                        .param(answer.id())
                        .query(String.class)
                        .single())
                .isEqualTo("500113001");
    }

    @Test
    void what_nobody_can_say_of_the_enterprise_is_not_made_up_and_the_application_can_be_handed_in_later() {
        when(registerOfOthers.enterprise(enterprise.enterpriseId()))
                .thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        Answer refused = submit(enterprise, application());
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(items(get(enterprise, MINE))).isEmpty();

        registered(enterprise.enterpriseId(), "重庆登记名称有限公司", "500113103", 1);
        assertThat(submit(enterprise, application()).status()).isEqualTo(201);
    }

    @Test
    void an_older_word_of_the_register_that_comes_later_changes_nothing() {
        registered(enterprise.enterpriseId(), "新名称有限公司", "500113103", 2);
        registered(enterprise.enterpriseId(), "旧名称有限公司", "500113004", 1);

        assertThat(submit(enterprise, application()).get("enterpriseName")).isEqualTo("新名称有限公司");
    }

    @Test
    void an_application_of_a_demo_enterprise_is_marked_as_such_in_every_list() {
        registered(enterprise.enterpriseId(), "重庆登记名称有限公司", "500113103", 1);

        assertThat(submit(enterprise, application()).get("demo")).isEqualTo(true);
        assertThat(items(get(enterprise, MINE)).getFirst()).containsEntry("demo", true);
        assertThat(items(get(officer, "/api/finance/applications")).getFirst()).containsEntry("demo", true);
        CurrentUser real = anEnterprise();
        assertThat(submit(real, application()).get("demo")).isEqualTo(false);
    }

    @Test
    void the_match_that_an_application_was_started_from_is_kept_with_it() {
        UUID result = matched(enterprise.enterpriseId());
        Map<String, Object> application = application();
        application.put("matchResultId", result);

        Answer answer = submit(enterprise, application);

        assertThat(answer.get("matchResultId")).isEqualTo(result.toString());
        assertThat(jdbc.sql(
                                "select data ->> 'resultId' from outbox where type = 'finance.MatchResultCited' and subject = ?")
                        .param(answer.id())
                        .query(String.class)
                        .single())
                .isEqualTo(result.toString());
    }

    @Test
    void the_match_of_another_enterprise_is_refused() {
        Map<String, Object> application = application();
        application.put("matchResultId", matched(Ids.next()));

        Answer answer = submit(enterprise, application);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("MATCH_RESULT_UNKNOWN");
        assertThat(countOf(enterprise)).isZero();
    }

    @Test
    void a_match_that_has_not_been_heard_of_is_not_kept_and_does_not_stop_the_application() {
        Map<String, Object> application = application();
        application.put("matchResultId", Ids.next());

        Answer answer = submit(enterprise, application);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.get("matchResultId")).isNull();
    }

    @Test
    void a_withdrawal_that_is_sent_twice_with_its_key_is_answered_twice_alike() {
        Answer submitted = submit(enterprise, application());
        String key = Ids.next().toString();

        Answer first = withdraw(submitted, key);
        Answer second = withdraw(submitted, key);

        assertThat(first.get("status")).isEqualTo("WITHDRAWN");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void who_applies_while_the_product_is_being_suspended_waits_and_is_refused() throws Exception {
        CountDownLatch suspending = new CountDownLatch(1);
        CountDownLatch applying = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> bankSuspends = threads.submit(() -> transaction.executeWithoutResult(status -> {
                jdbc.sql("update loan_product set status = 'SUSPENDED', version = version + 1 where id = ?")
                        .param(product.id())
                        .update();
                suspending.countDown();
                await().until(() -> applying.getCount() == 0 && somebodyWaitsForTheProduct());
            }));
            suspending.await();
            Future<Answer> applied = threads.submit(() -> {
                applying.countDown();
                return submit(enterprise, application());
            });
            bankSuspends.get();

            assertThat(applied.get().code()).isEqualTo("PRODUCT_SUSPENDED");
        }
        assertThat(countOf(enterprise)).isZero();
    }

    private boolean somebodyWaitsForTheProduct() {
        return jdbc.sql("""
                        select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock'
                          and query like '%loan_product%for share%')""").query(Boolean.class).single();
    }

    private Answer withdraw(Answer submitted, String key) {
        return post(enterprise, MINE + "/" + submitted.id() + "/withdraw", Map.of("version", submitted.version()), key);
    }

    private UUID matched(UUID owner) {
        UUID result = Ids.next();
        matches.handle(
                new MatchCompleted(result, owner, 1, 2, 3, Instant.now()),
                new EventMetadata(Ids.next(), "matching.MatchCompleted", result, 0, Instant.now()));
        return result;
    }

    @Test
    void a_double_click_is_one_application() {
        String key = Ids.next().toString();

        Answer first = submit(enterprise, application(), key);
        Answer second = submit(enterprise, application(), key);

        assertThat(second).isEqualTo(first);
        assertThat(countOf(enterprise)).isEqualTo(1);
        assertThat(eventsOf(first.id())).hasSize(1);
    }

    @Test
    void many_clicks_at_the_same_moment_are_one_application() throws Exception {
        String key = Ids.next().toString();

        List<Answer> answers = atOnce(Collections.nCopies(6, () -> submit(enterprise, application(), key)));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        assertThat(countOf(enterprise)).isEqualTo(1);
    }

    @Test
    void two_windows_at_the_same_moment_are_one_application_too() throws Exception {
        List<Answer> answers = atOnce(Collections.nCopies(6, () -> submit(enterprise, application())));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(5)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("APPLICATION_ALREADY_OPEN"));
        assertThat(countOf(enterprise)).isEqualTo(1);
    }

    @Test
    void a_key_is_good_for_one_request_only_and_has_to_be_there() {
        String key = Ids.next().toString();
        submit(enterprise, application(), key);
        Map<String, Object> other = application();
        other.put("amount", 600_000);

        assertThat(submit(enterprise, other, key).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(post(anEnterprise(), MINE, application()).code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void a_refused_request_may_come_again_corrected_with_the_same_key() {
        String key = Ids.next().toString();
        Map<String, Object> wrong = application();
        wrong.put("amount", 3_000_001);

        assertThat(submit(enterprise, wrong, key).status()).isEqualTo(422);
        assertThat(submit(enterprise, application(), key).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "amount, -5, 400, VALIDATION_FAILED",
        "amount, 0, 400, VALIDATION_FAILED",
        "amount, 0.001, 400, VALIDATION_FAILED",
        "amount, 1e30, 400, VALIDATION_FAILED",
        "amount, 一百万, 400, VALIDATION_FAILED",
        "amount, 3000000.01, 422, AMOUNT_OUT_OF_RANGE",
        "termMonths, 0, 400, VALIDATION_FAILED",
        "termMonths, -12, 400, VALIDATION_FAILED",
        "termMonths, 361, 400, VALIDATION_FAILED",
        "termMonths, 25, 422, TERM_OUT_OF_RANGE",
        "purpose, ' ', 400, VALIDATION_FAILED",
        "contactName, '', 400, VALIDATION_FAILED",
        "contactPhone, 12345, 400, VALIDATION_FAILED",
        "contactPhone, 1381234567a, 400, VALIDATION_FAILED",
        "channel, TELEVISION, 400, VALIDATION_FAILED",
        "kind, SECOND, 400, VALIDATION_FAILED",
        "productId, 7, 400, VALIDATION_FAILED",
        "productId, 0199a000-0000-7000-8000-00000000ffff, 404, NOT_FOUND",
        "consent, false, 403, CONSENT_REQUIRED",
        "renewsApplicationId, 0199a000-0000-7000-8000-00000000ffff, 422, EARLIER_LOAN_UNKNOWN",
    })
    void bad_input_is_named_and_leaves_nothing_behind(String field, String value, int status, String code) {
        Map<String, Object> bad = application();
        bad.put(field, value);

        Answer answer = submit(enterprise, bad);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat((String) answer.get("detail")).isNotBlank();
        if (code.equals("VALIDATION_FAILED")) {
            assertThat(answer.get("errors").toString()).contains("field=" + field);
        }
        assertThat(countOf(enterprise)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1e15, 申请金额不能超过 10 亿元", "1e999999999, 申请金额不能超过 10 亿元", "100000.001, 申请金额最多两位小数"})
    void an_amount_that_cannot_be_is_refused_for_what_is_wrong_with_it(BigDecimal amount, String message) {
        Map<String, Object> absurd = application();
        absurd.put("amount", amount);

        Answer answer = submit(enterprise, absurd);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.get("errors").toString()).contains("message=" + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"productId", "amount", "termMonths", "purpose", "kind", "contactName", "contactPhone", "channel"
            })
    void what_is_missing_is_asked_for(String field) {
        Map<String, Object> incomplete = application();
        incomplete.remove(field);

        Answer answer = submit(enterprise, incomplete);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.get("errors").toString()).contains("field=" + field, "code=REQUIRED");
    }

    @Test
    void a_purpose_is_one_that_the_dictionary_has_and_may_be_explained() {
        assertThat(purposeOf("采购原材料、支付货款", "钢材")).isEqualTo("采购原材料、支付货款；钢材");
        assertThat(purposeOf("其他", " 扩建二期厂房 ")).isEqualTo("扩建二期厂房");

        assertThat(refusedPurpose("买彩票", null)).contains("field=purpose,", "code=UNKNOWN", "请选择列出的贷款用途");
        assertThat(refusedPurpose("其他", " ")).contains("field=purposeNote", "code=REQUIRED");
        assertThat(refusedPurpose("其他", "长".repeat(201))).contains("field=purposeNote", "不超过 200 字");
    }

    @Test
    void a_purpose_that_operators_have_added_a_moment_ago_can_be_chosen_and_one_that_they_retired_cannot_be_for_long() {
        assertThat(purposeOf("采购原材料、支付货款", null)).isEqualTo("采购原材料、支付货款");
        thePurposesAre(new InternalDictionary.Word("LOAN_PURPOSE.6_EXPORT", "备货出口"));

        assertThat(purposeOf("备货出口", null)).isEqualTo("备货出口");
        assertThat(refusedPurpose("采购原材料、支付货款", null)).contains("code=UNKNOWN");
    }

    @Test
    void user_service_hears_how_many_applications_name_a_purpose_also_where_the_applicant_added_to_it() {
        String fleet = "购置车队";
        thePurposesAre(
                new InternalDictionary.Word("LOAN_PURPOSE.7_FLEET", fleet),
                new InternalDictionary.Word("LOAN_PURPOSE.8_FLEET", fleet + "（新能源）"),
                new InternalDictionary.Word(InternalDictionary.OTHER_PURPOSE, "其他"));
        InternalPurposeUses.Uses before = uses(fleet, fleet + "（新能源）");
        purposeOf(fleet, null);
        purposeOf(fleet, "十辆");
        purposeOf(fleet + "（新能源）", "两辆");
        purposeOf("其他", "扩建码头");

        InternalPurposeUses.Uses after = uses(fleet, fleet + "（新能源）", "从未用过");
        assertThat(after.byName()).containsOnly(entry(fleet, 2L), entry(fleet + "（新能源）", 1L));
        assertThat(after.inOtherWords()).isEqualTo(before.inOtherWords() + 1);
        client.asService("policy-service")
                .post()
                .uri("/internal/purpose-uses")
                .body(new InternalPurposeUses.Names(List.of(fleet)))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private InternalPurposeUses.Uses uses(String... names) {
        return Objects.requireNonNull(client.asService("user-service")
                .post()
                .uri("/internal/purpose-uses")
                .body(new InternalPurposeUses.Names(List.of(names)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(InternalPurposeUses.Uses.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void while_nobody_says_what_the_purposes_are_the_last_list_counts() {
        assertThat(purposeOf("采购原材料、支付货款", null)).isEqualTo("采购原材料、支付货款");
        when(dictionary.words(any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        assertThat(purposeOf("采购原材料、支付货款", null)).isEqualTo("采购原材料、支付货款");
        assertThat(refusedPurpose("买彩票", null)).contains("code=UNKNOWN");
        assertThatThrownBy(() -> new LoanPurposes(dictionary, Clock.systemUTC()).inWords("其他", "扩建"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        none -> assertThat(none.code()).isEqualTo(CommonProblem.SERVICE_UNAVAILABLE));
    }

    /** As the bank reads it. */
    private Object purposeOf(String purpose, @Nullable String note) {
        Answer answer = submit(anEnterprise(), withPurpose(purpose, note));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.get("purpose");
    }

    private String refusedPurpose(String purpose, @Nullable String note) {
        Answer answer = submit(enterprise, withPurpose(purpose, note));
        assertThat(answer.status()).isEqualTo(400);
        return answer.get("errors").toString();
    }

    private Map<String, Object> withPurpose(String purpose, @Nullable String note) {
        Map<String, Object> application = application();
        application.put("purpose", purpose);
        if (note != null) {
            application.put("purposeNote", note);
        }
        return application;
    }

    @Test
    void the_bank_calls_under_the_number_of_the_account_where_the_person_wants_that() {
        when(accounts.account(enterprise.accountId())).thenAnswer(call -> {
            // While the other service thinks, no connection is held.
            await().atMost(Duration.ofSeconds(5)).until(() -> connections.busyConnections() == 0);
            return accountWith("19912340029");
        });
        Map<String, Object> application = application();
        application.remove("contactPhone");
        application.put("useAccountPhone", true);

        Answer answer = submit(enterprise, application);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.get("contactPhone")).isEqualTo("199****0029");
        assertThat(get(officer, "/api/finance/applications/" + answer.id()).get("contactPhone"))
                .isEqualTo("19912340029");
        assertThat(RawTables.showing(tables, "19912340029"))
                .as("nor in the outbox")
                .isEmpty();
        assertThat(RawTables.encryptedColumns(tables))
                .containsExactly(
                        "activity_sign_up.contact_phone",
                        "coordination_case.contact_phone",
                        "financing_demand.contact_phone",
                        "idempotency_key.body",
                        "loan_application.contact_phone",
                        "loan_draft.contact_phone");
    }

    @Test
    void a_number_that_was_typed_asks_nobody_for_another() {
        Map<String, Object> application = application();
        application.put("useAccountPhone", false);

        assertThat(submit(enterprise, application).status()).isEqualTo(201);
        verifyNoInteractions(accounts);
    }

    @Test
    void while_accounts_cannot_be_asked_nothing_is_handed_in_without_a_number() {
        when(accounts.account(enterprise.accountId()))
                .thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        Map<String, Object> application = application();
        application.remove("contactPhone");
        application.put("useAccountPhone", true);

        assertThat(submit(enterprise, application).status()).isEqualTo(503);
        assertThat(countOf(enterprise)).isZero();
    }

    private AccountRecord accountWith(String phone) {
        return new AccountRecord(
                enterprise.accountId(),
                UserType.ENTERPRISE,
                null,
                phone,
                true,
                "李经理",
                true,
                false,
                false,
                Instant.now());
    }

    @Test
    void without_the_consent_nothing_is_handed_to_the_bank() {
        Map<String, Object> silent = application();
        silent.remove("consent");

        assertThat(submit(enterprise, silent).code()).isEqualTo("CONSENT_REQUIRED");
    }

    @Test
    void a_suspended_product_takes_no_application() {
        assertThat(post(
                                officer,
                                "/api/finance/manage/products/" + product.id() + "/suspend",
                                Map.of("version", 0, "reason", "额度已用完"))
                        .status())
                .isEqualTo(204);

        assertThat(submit(enterprise, application()).code()).isEqualTo("PRODUCT_SUSPENDED");
    }

    @Test
    void only_people_of_an_enterprise_apply() {
        assertThat(submit(TestUsers.withoutEnterprise("finance.apply"), application())
                        .code())
                .isEqualTo("NO_ENTERPRISE");
        assertThat(submit(officer, application()).code()).isEqualTo("FORBIDDEN");
        client.anonymous().get().uri(MINE).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void another_enterprises_application_does_not_exist() {
        Answer foreign = submit(anEnterprise(), application());

        assertThat(get(enterprise, MINE + "/" + foreign.id()).status()).isEqualTo(404);
        assertThat(post(enterprise, MINE + "/" + foreign.id() + "/withdraw", Map.of("version", 0))
                        .status())
                .isEqualTo(404);
        assertThat(items(get(enterprise, MINE))).isEmpty();
        assertThat(statusOf(foreign.id())).isEqualTo("SUBMITTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "not-an-id", "0199a000-0000-7000-8000"})
    void a_malformed_id_is_refused(String id) {
        assertThat(get(enterprise, MINE + "/" + id).status()).isEqualTo(400);
    }

    @Test
    void the_list_shows_ones_own_by_status_the_newest_first() {
        Answer older = submit(enterprise, application());
        LoanProduct another = aProductOf(bank);
        Answer newer = submit(enterprise, application(another));
        post(enterprise, MINE + "/" + older.id() + "/withdraw", Map.of("version", 0));

        assertThat(items(get(enterprise, MINE)))
                .extracting(it -> it.get("number"))
                .containsExactly(newer.get("number"), older.get("number"));
        assertThat(items(get(enterprise, MINE + "?status=WITHDRAWN")))
                .extracting(it -> it.get("number"))
                .containsExactly(older.get("number"));
    }

    @Test
    void an_application_can_be_taken_back_once_and_made_anew() {
        Answer first = submit(enterprise, application());
        String withdraw = MINE + "/" + first.id() + "/withdraw";

        Answer withdrawn = post(enterprise, withdraw, Map.of("version", first.version()));

        assertThat(withdrawn.get("status")).isEqualTo("WITHDRAWN");
        assertThat(post(enterprise, withdraw, Map.of("version", first.version()))
                        .code())
                .isEqualTo("VERSION_CONFLICT");
        assertThat(post(enterprise, withdraw, Map.of("version", withdrawn.version()))
                        .code())
                .isEqualTo("STATE_CONFLICT");
        assertThat(submit(enterprise, application()).status()).isEqualTo(201);
    }

    @Test
    void what_the_bank_has_decided_can_no_longer_be_taken_back() {
        Answer approved = approved(enterprise, product, officer);

        Answer late = post(enterprise, MINE + "/" + approved.id() + "/withdraw", Map.of("version", approved.version()));

        assertThat(late.code()).isEqualTo("STATE_CONFLICT");
        assertThat(statusOf(approved.id())).isEqualTo("APPROVED");
    }

    @Test
    void after_a_granted_loan_the_next_one_is_one_more_or_a_renewal_of_it() {
        assertThat(get(enterprise, "/api/finance/my/application-kind").get("kind"))
                .isEqualTo("FIRST");
        Answer approved = approved(enterprise, product, officer);

        assertThat(get(enterprise, "/api/finance/my/application-kind").body())
                .containsEntry("kind", "ADDITIONAL")
                .extractingByKey("earlierLoans")
                .asString()
                .contains(approved.id().toString());
        assertThat(submit(enterprise, application()).code()).isEqualTo("NOT_A_FIRST_LOAN");

        Map<String, Object> renewal = application();
        renewal.put("kind", "RENEWAL");
        assertThat(submit(enterprise, renewal).code()).isEqualTo("EARLIER_LOAN_REQUIRED");
        renewal.put("renewsApplicationId", approved.id());
        assertThat(submit(enterprise, renewal).status()).isEqualTo(201);
        Map<String, Object> another = application(aProductOf(bank));
        another.put("kind", "ADDITIONAL");
        assertThat(submit(enterprise, another).get("kind")).isEqualTo("ADDITIONAL");
    }

    @Test
    void at_another_bank_the_second_loan_is_one_more_and_renews_nothing() {
        Answer granted = approved(enterprise, product, officer);
        Bank otherBank = aBank();
        LoanProduct otherProduct = aProductOf(otherBank);
        CurrentUser otherOfficer = officerOf(otherBank);
        String kind = "/api/finance/my/application-kind?product=";

        assertThat(get(enterprise, kind + product.id()).get("earlierLoans").toString())
                .contains(granted.id().toString());
        assertThat(get(enterprise, kind + otherProduct.id()).body())
                .containsEntry("kind", "ADDITIONAL")
                .containsEntry("earlierLoans", List.of());
        Map<String, Object> wanted = application(otherProduct);
        wanted.putAll(Map.of("kind", "RENEWAL", "renewsApplicationId", granted.id()));
        Answer refused = submit(enterprise, wanted);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("EARLIER_LOAN_OF_ANOTHER_BANK");
        assertThat(refused.get("detail").toString()).contains(bank.name(), "新增贷款");

        wanted.put("kind", "ADDITIONAL");
        wanted.remove("renewsApplicationId");
        Answer second = submit(enterprise, wanted);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.get("promise"))
                .as("an answer is promised to this kind, too")
                .isNotNull();
        Answer accepted = act(otherOfficer, second.id(), "accept", Map.of("version", second.version()));
        assertThat(act(otherOfficer, second.id(), "approve", approval(accepted.version()))
                        .body())
                .containsEntry("status", "APPROVED")
                .containsEntry("kind", "ADDITIONAL");
    }

    @Test
    void who_asks_whether_he_can_ask_for_a_product_hears_of_the_application_that_is_open() {
        String asked = "/api/finance/my/application-kind?product=" + product.id();
        assertThat(get(enterprise, asked).body()).doesNotContainKey("openApplication");
        Answer open = submit(enterprise, application());

        assertThat(get(enterprise, asked).get("openApplication"))
                .isEqualTo(Map.of("applicationId", open.id().toString(), "number", open.get("number")));
        assertThat(get(anEnterprise(), asked).body()).doesNotContainKey("openApplication");
        assertThat(get(
                                enterprise,
                                "/api/finance/my/application-kind?product="
                                        + aProductOf(bank).id())
                        .body())
                .doesNotContainKey("openApplication");
    }

    @Test
    void another_enterprises_loan_cannot_be_renewed() {
        Answer foreign = approved(anEnterprise(), product, officer);
        Map<String, Object> renewal = application();
        renewal.put("kind", "RENEWAL");
        renewal.put("renewsApplicationId", foreign.id());

        assertThat(submit(enterprise, renewal).code()).isEqualTo("EARLIER_LOAN_UNKNOWN");
    }

    @Test
    void many_enterprises_at_once_get_numbers_of_their_own() throws Exception {
        List<Answer> answers = atOnce(IntStream.range(0, 8)
                .<java.util.concurrent.Callable<Answer>>mapToObj(i -> () -> submit(anEnterprise(), application()))
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(answer -> answer.get("number")).doesNotHaveDuplicates();
    }

    private void registered(UUID id, String name, String town, long version) {
        transaction.executeWithoutResult(status -> register.handle(
                new EnterpriseRegistered(
                        id,
                        "91500113MAX5XQ4WX4",
                        name,
                        "企业",
                        BigDecimal.TEN,
                        LocalDate.of(2020, 1, 1),
                        "C3484",
                        "机械零部件加工",
                        town,
                        "界石镇",
                        "500113",
                        EnterpriseStatus.ACTIVE,
                        true,
                        Instant.now(),
                        Map.of()),
                new EventMetadata(Ids.next(), "user.EnterpriseRegistered", id, version, Instant.now())));
    }

    private long countOf(CurrentUser who) {
        return jdbc.sql("select count(*) from loan_application where enterprise_id = ?")
                .param(who.enterpriseId())
                .query(Long.class)
                .single();
    }

    private String statusOf(UUID id) {
        return jdbc.sql("select status from loan_application where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
