package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.idev.excel.FastExcel;
import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.api.InternalLoanTotals.LoanTotals;
import cn.zhengqi.finance.api.InternalLoanTotals.OrdersOfDay;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.PresetRoles;
import cn.zhengqi.testing.RawTables;
import cn.zhengqi.testing.Strangers;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.sheet.Sheet;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/** The bank's side and the supervisor's, with two at once, too late, and not one's own. */
class BankDeskTest extends FinanceServiceTest {

    private static final String ALL = "/api/finance/applications";

    @Autowired
    private Strangers strangers;

    @Autowired
    private DataSource tables;

    private final LocalDate today = BusinessTime.today(Clock.systemUTC());

    @Test
    void the_whole_course_from_submission_to_settlement() {
        Answer it = submit(enterprise, application());
        it = act(officer, it.id(), "accept", Map.of("version", it.version()));
        assertThat(it.get("status")).isEqualTo("IN_REVIEW");
        it = act(officer, it.id(), "approve", approval(it.version()));
        assertThat(it.get("status")).isEqualTo("APPROVED");
        it = act(officer, it.id(), "disbursements", disbursement(it.version(), 150_000));
        it = act(officer, it.id(), "disbursements", disbursement(it.version(), 250_000));
        assertThat(it.get("disbursedAmount")).isEqualTo(400_000.0);
        it = act(officer, it.id(), "settle", Map.of("version", it.version()));
        assertThat(it.get("status")).isEqualTo("SETTLED");

        Answer seen = get(enterprise, "/api/finance/my/applications/" + it.id());
        assertThat(kinds(seen))
                .containsExactly("SUBMITTED", "ACCEPTED", "APPROVED", "DISBURSED", "DISBURSED", "SETTLED");
        assertThat(eventsOf(it.id()))
                .containsExactly(
                        "finance.LoanApplicationSubmitted",
                        "finance.LoanApplicationAccepted",
                        "finance.LoanApplicationApproved",
                        "finance.LoanDisbursed",
                        "finance.LoanDisbursed",
                        "finance.LoanSettled");
    }

    @Test
    void the_list_that_is_taken_out_tells_of_a_grant_until_when_money_may_be_drawn() {
        Answer it = approved(enterprise, product, officer);

        ExportedFile file = ExportedFile.of(
                client.as(officer), "/api/finance/applications/export?q={number}", (String) it.get("number"));

        assertThat(file.column("授信有效期至")).containsExactly("2030-12-31");
    }

    @Test
    void a_refusal_reaches_the_enterprise_with_its_reason() {
        Answer it = inReview();

        Answer refused = act(
                officer,
                it.id(),
                "refuse",
                Map.of("version", it.version(), "reasonCode", "DEBT_TOO_HIGH", "reason", "负债率超出限额"));

        assertThat(refused.get("status")).isEqualTo("REFUSED");
        Answer seen = get(enterprise, "/api/finance/my/applications/" + it.id());
        assertThat(seen.body())
                .containsEntry("refusalReasonCode", "DEBT_TOO_HIGH")
                .containsEntry("refusalReason", "负债率超出限额");
        assertThat(submit(enterprise, application()).status())
                .as("may apply again")
                .isEqualTo(201);
    }

    @Test
    void the_catalogue_of_reasons_is_there_to_choose_from() {
        client.as(officer)
                .get()
                .uri("/api/finance/refusal-reasons")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].code")
                .isEqualTo("CREDIT_RECORD")
                .jsonPath("$[9].label")
                .isEqualTo("其他原因");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 负债率超出限额, 400, VALIDATION_FAILED",
        "DEBT_TOO_HIGH, '  ', 400, VALIDATION_FAILED",
        "MOOD, 今天心情不好, 422, REFUSAL_REASON_UNKNOWN",
    })
    void a_refusal_without_a_reason_is_not_taken(String code, String words, int status, String problem) {
        Answer it = inReview();

        Answer answer =
                act(officer, it.id(), "refuse", Map.of("version", it.version(), "reasonCode", code, "reason", words));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(problem);
        assertThat(statusOf(it.id())).isEqualTo("IN_REVIEW");
    }

    @ParameterizedTest
    @CsvSource({
        "grantedAmount, -1, 422, GRANT_OUT_OF_RANGE",
        "grantedAmount, 0, 422, GRANT_OUT_OF_RANGE",
        "grantedAmount, 500000.01, 422, GRANT_OUT_OF_RANGE",
        "grantedAmount, 1.001, 400, VALIDATION_FAILED",
        "grantedAmount, -1e500000000, 400, VALIDATION_FAILED",
        "grantedAmount, 1e500000000, 400, VALIDATION_FAILED",
        "annualRate, -1e500000000, 400, VALIDATION_FAILED",
        "annualRate, -3.45, 422, RATE_OUT_OF_RANGE",
        "annualRate, 36, 422, RATE_OUT_OF_RANGE",
        "annualRate, 3.123456, 400, VALIDATION_FAILED",
        "termMonths, 0, 422, TERM_OUT_OF_RANGE",
        "validUntil, 2020-01-01, 422, VALIDITY_OUT_OF_RANGE",
        "validUntil, 2026-02-30, 400, VALIDATION_FAILED",
        "validUntil, 9999-12-31, 422, VALIDITY_OUT_OF_RANGE",
    })
    void an_absurd_grant_is_not_taken(String field, String value, int status, String problem) {
        Answer it = inReview();
        Map<String, Object> absurd = approval(it.version());
        absurd.put(field, value);

        Answer answer = act(officer, it.id(), "approve", absurd);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(problem);
        assertThat(statusOf(it.id())).isEqualTo("IN_REVIEW");
        assertThat(eventsOf(it.id())).hasSize(2);
    }

    @Test
    void money_beyond_the_grant_or_on_an_impossible_day_is_not_recorded() {
        Answer it = approved(enterprise, product, officer);

        assertThat(act(officer, it.id(), "disbursements", disbursement(it.version(), 400_000.01))
                        .code())
                .isEqualTo("DISBURSEMENT_EXCEEDS_GRANT");
        assertThat(act(officer, it.id(), "disbursements", disbursement(it.version(), -1))
                        .code())
                .isEqualTo("DISBURSEMENT_EXCEEDS_GRANT");
        assertThat(act(
                                officer,
                                it.id(),
                                "disbursements",
                                Map.of("version", it.version(), "amount", 1, "disbursedOn", today.plusDays(1)))
                        .code())
                .isEqualTo("DISBURSEMENT_DATE_OUT_OF_RANGE");
        assertThat(act(officer, it.id(), "settle", Map.of("version", it.version()))
                        .code())
                .isEqualTo("NOTHING_DISBURSED");
        assertThat(act(
                                officer,
                                it.id(),
                                "disbursements",
                                Map.of("version", it.version(), "amount", "-1e500000000", "disbursedOn", today))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(disbursed(it.id())).isEqualByComparingTo("0");
    }

    @Test
    void of_two_answers_one_after_the_other_the_second_has_to_look_again() {
        Answer it = inReview();

        act(officer, it.id(), "approve", approval(it.version()));
        Answer second = act(
                officer, it.id(), "refuse", Map.of("version", it.version(), "reasonCode", "OTHER", "reason", "两人同时处理"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(statusOf(it.id())).isEqualTo("APPROVED");
    }

    @Test
    void of_many_decisions_at_the_same_moment_one_counts() throws Exception {
        Answer it = inReview();
        List<Callable<Answer>> decisions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            decisions.add(() -> act(officer, it.id(), "approve", approval(it.version())));
            decisions.add(() -> act(
                    officer,
                    it.id(),
                    "refuse",
                    Map.of("version", it.version(), "reasonCode", "OTHER", "reason", "两人同时处理")));
        }

        List<Answer> answers = atOnce(decisions);

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("VERSION_CONFLICT"));
        assertThat(kinds(get(enterprise, "/api/finance/my/applications/" + it.id())))
                .hasSize(3);
        assertThat(eventsOf(it.id())).hasSize(3);
    }

    @Test
    void of_many_disbursements_at_the_same_moment_one_counts_and_the_grant_holds() throws Exception {
        Answer it = approved(enterprise, product, officer);

        List<Answer> answers = atOnce(Collections.nCopies(
                6, () -> act(officer, it.id(), "disbursements", disbursement(it.version(), 300_000))));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(disbursed(it.id())).isEqualByComparingTo("300000");
    }

    @Test
    void an_answer_after_the_withdrawal_comes_too_late() {
        Answer it = inReview();
        Answer withdrawn = post(
                enterprise, "/api/finance/my/applications/" + it.id() + "/withdraw", Map.of("version", it.version()));

        assertThat(act(officer, it.id(), "approve", approval(it.version())).code())
                .isEqualTo("VERSION_CONFLICT");
        assertThat(act(officer, it.id(), "approve", approval(withdrawn.version()))
                        .code())
                .isEqualTo("STATE_CONFLICT");
        assertThat(statusOf(it.id())).isEqualTo("WITHDRAWN");
    }

    @Test
    void two_banks_cannot_both_grant_the_first_loan() {
        Bank otherBank = aBank();
        LoanProduct otherProduct = aProductOf(otherBank);
        CurrentUser otherOfficer = officerOf(otherBank);
        Answer here = inReview();
        Answer there = submit(enterprise, application(otherProduct));
        there = act(otherOfficer, there.id(), "accept", Map.of("version", there.version()));

        assertThat(act(officer, here.id(), "approve", approval(here.version())).status())
                .isEqualTo(200);
        assertThat(act(otherOfficer, there.id(), "approve", approval(there.version()))
                        .code())
                .isEqualTo("FIRST_LOAN_ALREADY_GRANTED");
        assertThat(statusOf(there.id())).isEqualTo("IN_REVIEW");
    }

    @Test
    void the_bank_that_knows_of_earlier_loans_grants_what_was_asked_for_as_the_first_as_one_more() {
        Bank otherBank = aBank();
        CurrentUser otherOfficer = officerOf(otherBank);
        Answer there = submit(enterprise, application(aProductOf(otherBank)));
        there = act(otherOfficer, there.id(), "accept", Map.of("version", there.version()));
        approved(enterprise, product, officer);
        Map<String, Object> approval = approval(there.version());
        assertThat(act(otherOfficer, there.id(), "approve", approval).code()).isEqualTo("FIRST_LOAN_ALREADY_GRANTED");
        approval.put("borrowedBefore", true);

        assertThat(act(otherOfficer, there.id(), "approve", approval).body())
                .containsEntry("status", "APPROVED")
                .containsEntry("kind", "ADDITIONAL");
        assertThat(get(enterprise, "/api/finance/my/applications/" + there.id())
                        .get("timeline")
                        .toString())
                .contains("经银行核实此前已有贷款，按新增贷款批准");
        assertThat(jdbc.sql("""
                                select data ->> 'kind' from outbox
                                where subject = ? and type = 'finance.LoanApplicationApproved'
                                """).param(there.id()).query(String.class).single()).isEqualTo("ADDITIONAL");
    }

    @Test
    void two_banks_at_the_same_moment_cannot_either() throws Exception {
        List<Callable<Answer>> grants = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Bank lender = aBank();
            CurrentUser by = officerOf(lender);
            Answer it = submit(enterprise, application(aProductOf(lender)));
            Answer accepted = act(by, it.id(), "accept", Map.of("version", it.version()));
            grants.add(() -> act(by, accepted.id(), "approve", approval(accepted.version())));
        }

        List<Answer> answers = atOnce(grants);

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("FIRST_LOAN_ALREADY_GRANTED"));
    }

    @Test
    void a_loan_of_another_kind_that_is_granted_at_the_same_moment_leaves_no_first_one_either() throws Exception {
        Bank otherBank = aBank();
        CurrentUser otherOfficer = officerOf(otherBank);
        Answer first = inReview();
        Answer further = submit(enterprise, application(aProductOf(otherBank)));
        further = act(otherOfficer, further.id(), "accept", Map.of("version", further.version()));
        Map<String, Object> oneMore = approval(further.version());
        oneMore.put("borrowedBefore", true);
        act(otherOfficer, further.id(), "approve", oneMore);
        UUID granted = further.id();
        becomes(granted, "EXPIRED");

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Answer> second = transaction.execute(status -> {
                jdbc.sql("select 1 from enterprise_turn where enterprise_id = ? for update")
                        .param(enterprise.enterpriseId())
                        .query()
                        .singleRow();
                Future<Answer> running =
                        threads.submit(() -> act(officer, first.id(), "approve", approval(first.version())));
                await().pollInSameThread().until(() -> running.isDone() || somebodyWaits());
                becomes(granted, "APPROVED");
                return running;
            });
            assertThat(second.get().code()).isEqualTo("FIRST_LOAN_ALREADY_GRANTED");
        }
    }

    private void becomes(UUID application, String status) {
        jdbc.sql("update loan_application set status = ? where id = ?")
                .params(status, application)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "approve", "refuse", "disbursements", "settle"})
    void another_banks_application_does_not_exist(String action) {
        Answer it = submit(enterprise, application());
        CurrentUser stranger = officerOf(aBank());
        Map<String, Object> body = approval(it.version());
        body.putAll(Map.of("reasonCode", "OTHER", "reason", "越权的答复", "amount", 1, "disbursedOn", today));

        assertThat(act(stranger, it.id(), action, body).status()).isEqualTo(404);
        assertThat(statusOf(it.id())).isEqualTo("SUBMITTED");
    }

    @Test
    void another_banks_applications_are_neither_listed_nor_read() {
        Answer it = submit(enterprise, application());
        CurrentUser stranger = officerOf(aBank());

        assertThat(get(stranger, ALL + "/" + it.id()).status()).isEqualTo(404);
        assertThat(get(stranger, ALL + "?q=" + it.get("number")).get("total")).isEqualTo(0);
        assertThat(get(officer, ALL + "?q=" + it.get("number")).get("total")).isEqualTo(1);
    }

    @Test
    void the_bank_reads_what_the_register_tells_anybody_of_who_applied_and_no_more() {
        Answer it = submit(enterprise, application());
        when(registerOfOthers.enterprise(enterprise.enterpriseId()))
                .thenReturn(inTheRegister(enterprise.enterpriseId()));

        Answer entry = get(officer, ALL + "/" + it.id() + "/enterprise");

        assertThat(entry.body())
                .containsEntry("uscc", "91500113MAX5XQ4WX4")
                .containsEntry("legalRep", "周敏")
                .containsEntry("registeredCapital", 500)
                .containsEntry("establishedOn", "2019-04-01")
                .containsEntry("industryName", "锻件及粉末冶金制品制造")
                .containsEntry("townName", "鱼洞街道")
                .doesNotContainKeys("shareholders", "investments", "assets", "judicial");
    }

    @Test
    void what_roles_say_of_who_represents_it_and_where_it_sits_holds_beside_the_application() {
        Answer it = submit(enterprise, application());
        when(registerOfOthers.enterprise(enterprise.enterpriseId()))
                .thenReturn(inTheRegister(enterprise.enterpriseId()));
        CurrentUser kept = officer.seeing(
                Map.of(FinanceFields.LEGAL_REP, FieldRule.HIDDEN, FinanceFields.ADDRESS, FieldRule.MASKED));

        Answer entry = get(kept, ALL + "/" + it.id() + "/enterprise");

        assertThat(entry.body()).doesNotContainKey("legalRep").containsEntry("name", "测试企业有限公司");
        assertThat(entry.get("address").toString()).contains("*").doesNotContain("巴县大道 8 号");
    }

    @Test
    void of_who_applied_elsewhere_a_bank_is_told_nothing() {
        Answer it = submit(enterprise, application());
        clearInvocations(registerOfOthers);

        assertThat(get(officerOf(aBank()), ALL + "/" + it.id() + "/enterprise").status())
                .isEqualTo(404);
        verifyNoInteractions(registerOfOthers);
    }

    @Test
    void each_reading_of_who_applied_is_told_to_the_enterprises_record_and_goes_on_record_here() {
        Answer it = submit(enterprise, application());
        when(registerOfOthers.enterprise(enterprise.enterpriseId()))
                .thenReturn(inTheRegister(enterprise.enterpriseId()));

        get(officer, ALL + "/" + it.id() + "/enterprise");
        get(officer, ALL + "/" + it.id() + "/enterprise");

        assertThat(toldOf(it))
                .hasSize(2)
                .allSatisfy(told -> assertThat(told)
                        .contains("\"readerName\": \"" + officer.name() + "\"", "\"categories\": [\"BASIC\"]")
                        .contains((String) it.get("number")));
        assertThat(jdbc.sql("""
                        select count(*) from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' = 'ENTERPRISE_READ' and data ->> 'subjectId' = ?""").param(it.id().toString()).query(Long.class).single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER, CONSENT_NOT_GIVEN, 企业未授权",
        "WITHDRAWN, CONSENT_WITHDRAWN, 企业已撤回授权",
        "EXPIRED, CONSENT_EXPIRED, 企业的授权已到期"
    })
    void without_consent_the_bank_reads_nothing_more_and_is_told_whether_there_ever_was_any(
            ConsentStanding standing, String code, String words) {
        Answer it = submit(enterprise, application());
        when(registerOfOthers.enterprise(enterprise.enterpriseId()))
                .thenReturn(inTheRegister(enterprise.enterpriseId()));
        assertThat(get(officer, ALL + "/" + it.id() + "/enterprise").status()).isEqualTo(200);

        theConsentToBanksIs(standing);
        Answer refused = get(officer, ALL + "/" + it.id() + "/enterprise");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.get("detail")).isEqualTo(words);
        assertThat(refused.body()).doesNotContainKeys("uscc", "legalRep");
        assertThat(toldOf(it)).as("what was not shown is no reading").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"WITHDRAWN, CONSENT_WITHDRAWN", "EXPIRED, CONSENT_EXPIRED"})
    void a_banks_head_reads_by_consent_as_the_officers_do(ConsentStanding standing, String code) {
        Answer it = submit(enterprise, application());
        when(registerOfOthers.enterprise(enterprise.enterpriseId()))
                .thenReturn(inTheRegister(enterprise.enterpriseId()));
        CurrentUser head = TestUsers.ofBank(
                bank.id(), PresetRoles.holderOf("BANK_HEAD").permissions().toArray(String[]::new));
        assertThat(get(head, ALL + "/" + it.id() + "/enterprise").status()).isEqualTo(200);

        theConsentToBanksIs(standing);

        assertThat(get(head, ALL + "/" + it.id() + "/enterprise").code()).isEqualTo(code);
        assertThat(toldOf(it)).hasSize(1);
    }

    @Test
    void while_the_consent_centre_is_silent_the_bank_reads_nothing() {
        Answer it = submit(enterprise, application());
        clearInvocations(registerOfOthers);
        when(consents.toBank(any(), any(), any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        assertThat(get(officer, ALL + "/" + it.id() + "/enterprise").status()).isEqualTo(503);
        verifyNoInteractions(registerOfOthers);
    }

    @Test
    void the_finance_office_reads_by_its_duty_and_that_is_told_too() {
        Answer it = submit(enterprise, application());
        when(registerOfOthers.enterprise(enterprise.enterpriseId()))
                .thenReturn(inTheRegister(enterprise.enterpriseId()));
        theConsentToBanksIs(ConsentStanding.WITHDRAWN);

        assertThat(get(financeOffice, ALL + "/" + it.id() + "/enterprise").status())
                .isEqualTo(200);
        assertThat(toldOf(it)).singleElement().asString().contains(financeOffice.name());
    }

    private List<String> toldOf(Answer application) {
        return jdbc.sql("""
                        select data::text from outbox where type = 'finance.LoanApplicationViewed'
                        and data ->> 'applicationId' = ?""")
                .param(application.id().toString())
                .query(String.class)
                .list();
    }

    @Test
    void the_finance_office_reads_all_and_decides_nothing() {
        Answer it = submit(enterprise, application());

        assertThat(get(financeOffice, ALL + "/" + it.id()).status()).isEqualTo(200);
        assertThat(act(financeOffice, it.id(), "accept", Map.of("version", 0)).code())
                .isEqualTo("FORBIDDEN");
        assertThat(statusOf(it.id())).isEqualTo("SUBMITTED");
    }

    @Test
    void enterprises_have_no_business_at_the_banks_desk() {
        Answer it = submit(enterprise, application());

        assertThat(get(enterprise, ALL).status()).isEqualTo(403);
        assertThat(act(enterprise, it.id(), "accept", Map.of("version", 0)).status())
                .isEqualTo(403);
    }

    @Test
    void the_telephone_is_plain_only_for_the_bank_that_has_to_call() {
        Answer it = submit(enterprise, application());

        assertThat(get(officer, ALL + "/" + it.id()).get("contactPhone")).isEqualTo("13812345678");
        assertThat(get(financeOffice, ALL + "/" + it.id()).get("contactPhone")).isEqualTo("138****5678");
        assertThat(items(get(financeOffice, ALL + "?q=" + it.get("number"))).getFirst())
                .containsEntry("contactPhone", "138****5678");
    }

    @Test
    void what_the_bank_is_answered_lies_in_no_table_for_others_to_read() {
        Map<String, Object> application = application();
        application.put("contactPhone", "19912340031");
        application.put("contactName", "银行才看得见的联系人");
        Answer submitted = submit(enterprise, application);
        String desk = ALL + "/" + submitted.id();
        String keyOfAcceptance = Ids.next().toString();
        Map<String, Object> acceptance = Map.of("version", submitted.version());

        Answer accepted = post(officer, desk + "/accept", acceptance, keyOfAcceptance);
        Answer approved = post(
                officer,
                desk + "/approve",
                approval(accepted.version()),
                Ids.next().toString());

        assertThat(accepted.get("contactPhone")).isEqualTo("19912340031");
        assertThat(approved.get("contactPhone")).isEqualTo("19912340031");
        assertThat(RawTables.showing(tables, "19912340031")).isEmpty();
        assertThat(RawTables.showing(tables, "银行才看得见的联系人"))
                .as("what is not encrypted is found, and is not kept twice")
                .contains("loan_application")
                .doesNotContain("idempotency_key");
        assertThat(post(officer, desk + "/accept", acceptance, keyOfAcceptance))
                .as("the same answer again, to the letter")
                .isEqualTo(accepted);
    }

    @Test
    void who_says_why_sees_one_covered_field_and_the_enterprise_is_told() {
        Answer it = submit(enterprise, application());
        Map<String, Object> ask = Map.of("field", FinanceFields.CONTACT_PHONE, "reason", "  核实企业融资情况  ");
        CurrentUser asks = TestUsers.ofDepartment(
                Ids.next(), "finance.application.read-all", FinancePermissions.REVEAL_APPLICATIONS);

        assertThat(act(financeOffice, it.id(), "reveal", ask).status())
                .as("it is a permission of its own")
                .isEqualTo(403);
        assertThat(act(asks, it.id(), "reveal", Map.of("field", FinanceFields.CONTACT_PHONE, "reason", " 想看  "))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(act(asks, it.id(), "reveal", Map.of("field", "finance.application.purpose", "reason", "核实企业融资情况"))
                        .code())
                .isEqualTo("FIELD_UNKNOWN");
        assertThat(act(asks.seeing(Map.of(FinanceFields.CONTACT_PHONE, FieldRule.HIDDEN)), it.id(), "reveal", ask)
                        .code())
                .isEqualTo("FIELD_HIDDEN");

        assertThat(act(asks, it.id(), "reveal", ask).body()).containsEntry("value", "13812345678");

        assertThat(told("finance.LoanApplicationViewed", it.id()))
                .singleElement()
                .asString()
                .contains("\"revealed\": \"联系电话\"", "\"reason\": \"核实企业融资情况\"", asks.name());
        assertThat(jdbc.sql("""
                        select data ->> 'changes' from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' = 'APPLICATION_FIELD_REVEALED' and data ->> 'subjectId' = ?""").param(it.id().toString()).query(String.class).list())
                .singleElement()
                .asString()
                .contains("联系电话", "核实企业融资情况")
                .doesNotContain("13812345678");
    }

    @Test
    void a_bank_reveals_nothing_of_anothers_applications() {
        Answer it = submit(enterprise, application());
        CurrentUser other =
                TestUsers.ofBank(Ids.next(), "finance.application.handle", FinancePermissions.REVEAL_APPLICATIONS);

        assertThat(act(other, it.id(), "reveal", Map.of("field", FinanceFields.CONTACT_PHONE, "reason", "核实企业融资情况"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void covered_fields_are_shown_only_so_many_times_a_day() {
        Answer it = submit(enterprise, application());
        Map<String, Object> ask = Map.of("field", FinanceFields.CONTACT_PHONE, "reason", "核实企业融资情况");
        CurrentUser asks = TestUsers.ofDepartment(
                Ids.next(), "finance.application.read-all", FinancePermissions.REVEAL_APPLICATIONS);
        act(asks, it.id(), "reveal", ask);
        jdbc.sql("update day_count set count = 50 where account_id = ? and name = 'REVEAL'")
                .param(asks.accountId())
                .update();

        Answer refused = act(asks, it.id(), "reveal", ask);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("REVEALS_USED_UP");
        assertThat(refused.get("detail").toString()).contains("50 次");
        assertThat(told("finance.LoanApplicationViewed", it.id())).hasSize(1);
    }

    @Test
    void what_roles_say_of_the_telephone_holds_in_list_detail_and_file() {
        Answer it = submit(enterprise, application());
        CurrentUser kept = officer.seeing(
                Map.of(FinanceFields.CONTACT_PHONE, FieldRule.HIDDEN, FinanceFields.CONTACT_NAME, FieldRule.MASKED));

        assertThat(get(kept, ALL + "/" + it.id()).body())
                .doesNotContainKey("contactPhone")
                .containsEntry("contactName", "李*理");
        assertThat(((List<?>) get(kept, ALL + "/" + it.id()).get("timeline")).toString())
                .as("who submitted it is whom one asks back")
                .contains("SUBMITTED", "applicant=" + Mask.NAME.apply(enterprise.name()))
                .doesNotContain(enterprise.name());
        assertThat(items(get(kept, ALL)).getFirst()).doesNotContainKey("contactPhone");
        assertThat(get(kept, ALL + "?sort=contactPhone,asc").code()).isEqualTo("FIELD_HIDDEN");
        assertThat(exported(kept, "").getFirst().values()).contains("联系人").doesNotContain("联系电话");
        assertThat(exported(kept, "").get(1).values()).doesNotContain("13812345678");
    }

    private List<String> told(String type, UUID application) {
        return jdbc.sql("select data::text from outbox where type = ? and data ->> 'applicationId' = ?")
                .params(type, application.toString())
                .query(String.class)
                .list();
    }

    @Test
    void the_list_is_narrowed_by_state_product_channel_day_and_words() {
        Answer it = submit(enterprise, application());
        String number = "q=" + it.get("number");

        assertThat(total(number + "&status=SUBMITTED&channel=WECHAT&kind=FIRST&productId=" + product.id() + "&from="
                        + today + "&to=" + today))
                .isEqualTo(1);
        assertThat(total(number + "&status=REFUSED")).isZero();
        assertThat(total(number + "&channel=PC")).isZero();
        assertThat(total(number + "&kind=ADDITIONAL")).isZero();
        assertThat(total(number + "&from=" + today.plusDays(1))).isZero();
        assertThat(total(number + "&to=" + today.minusDays(1))).isZero();
        assertThat(total("q=%25")).as("a wildcard is a character").isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-02-02&to=2026-02-01, to",
        "from=2026-13-01, from",
        "status=LOST, status",
        "channel=TV, channel",
        "kind=SECOND, kind",
        "sort=contactPhone, sort",
        "'sort=amount,up', sort",
        "size=1000, size",
    })
    void an_impossible_question_is_refused_with_its_field(String query, String field) {
        Answer answer = get(officer, ALL + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.get("errors").toString()).contains("field=" + field);
    }

    @Test
    void the_largest_or_the_newest_come_first_as_asked() {
        Map<String, Object> large = application();
        large.put("amount", 900_000);
        Answer largest = submit(enterprise, large);
        Answer newest = submit(anEnterprise(), application());

        assertThat(items(get(officer, ALL + "?sort=amount,desc")).getFirst())
                .containsEntry("number", largest.get("number"));
        assertThat(items(get(officer, ALL)).getFirst()).containsEntry("number", newest.get("number"));
    }

    @Test
    void unknown_and_malformed_ids_are_told_apart() {
        assertThat(act(officer, Ids.next(), "accept", Map.of("version", 0)).status())
                .isEqualTo(404);
        assertThat(post(officer, ALL + "/12/accept", Map.of("version", 0)).status())
                .isEqualTo(400);
        assertThat(post(officer, ALL + "/" + Ids.next() + "/accept", Map.of()).status())
                .isEqualTo(400);
    }

    @Test
    void the_file_holds_what_the_list_holds_as_far_as_its_reader_may_see() {
        Answer it = submit(enterprise, application());
        submit(enterprise, application(aProductOf(aBank())));

        List<Map<Integer, String>> ofBank = exported(officer, "");
        assertThat(ofBank).hasSize(2);
        assertThat(ofBank.getFirst().get(0)).isEqualTo("申请编号");
        assertThat(ofBank.get(1)).containsEntry(0, (String) it.get("number")).containsEntry(19, "13812345678");
        assertThat(exported(financeOffice, "q=" + it.get("number")).get(1)).containsEntry(19, "138****5678");
        assertThat(exported(officer, "status=REFUSED")).as("only its heading").hasSize(1);
        Answer accepted = act(officer, it.id(), "accept", Map.of("version", it.version()));
        act(
                officer,
                it.id(),
                "refuse",
                Map.of("version", accepted.version(), "reasonCode", "OTHER", "reason", "缺少可用担保，可改申请其他产品"));
        assertThat(exported(officer, "status=REFUSED").get(1))
                .as("the reason of the catalogue stands before the words")
                .containsEntry(16, "其他原因：缺少可用担保，可改申请其他产品");
    }

    @Test
    void a_disbursement_that_is_sent_twice_with_its_key_is_paid_out_once() {
        Answer it = approved(enterprise, product, officer);
        String key = Ids.next().toString();
        String uri = ALL + "/" + it.id() + "/disbursements";

        Answer first = post(officer, uri, disbursement(it.version(), 150_000), key);
        Answer second = post(officer, uri, disbursement(it.version(), 150_000), key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second).isEqualTo(first);
        assertThat(get(officer, ALL + "/" + it.id()).get("disbursedAmount")).isEqualTo(first.get("disbursedAmount"));
    }

    @Test
    void a_payment_that_may_be_one_that_is_recorded_is_asked_about_and_recorded_when_it_is_said_to_be_another() {
        Answer it = approved(enterprise, product, officer);
        Map<String, Object> payment = new HashMap<>(disbursement(it.version(), 10_000));
        payment.put("another", false);
        Answer first = act(officer, it.id(), "disbursements", payment);
        payment.put("version", first.version());

        Answer asked = act(officer, it.id(), "disbursements", payment);
        assertThat(asked.code()).isEqualTo("DISBURSEMENT_ALIKE");
        assertThat(asked.body().toString()).contains("1 万元", "未填流水号");
        payment.put("reference", "LS-1");
        assertThat(act(officer, it.id(), "disbursements", payment).code())
                .as("recorded before it had a number")
                .isEqualTo("DISBURSEMENT_ALIKE");
        payment.put("another", true);
        Answer second = act(officer, it.id(), "disbursements", payment);
        payment.put("version", second.version());
        payment.put("reference", "LS-2");
        payment.put("amount", 10_001);
        payment.put("another", false);
        Answer third = act(officer, it.id(), "disbursements", payment);
        payment.put("version", third.version());
        payment.put("reference", "LS-3");

        assertThat(act(officer, it.id(), "disbursements", payment).status())
                .as("of two that have numbers nobody need ask")
                .isEqualTo(200);
        assertThat(disbursed(it.id())).isEqualByComparingTo("40002");
    }

    @Test
    void the_totals_for_the_statistics_are_those_of_the_tables() {
        LoanTotals before = totals();
        Answer it = approved(enterprise, product, officer);
        act(officer, it.id(), "disbursements", disbursement(it.version(), 150_000));

        LoanTotals after = totals();

        assertThat(after.orders()).isEqualTo(before.orders() + 1);
        assertThat(after.orderAmount().subtract(before.orderAmount())).isEqualByComparingTo("500000");
        assertThat(after.ordersByChannel().get(Channel.WECHAT))
                .isEqualTo(before.ordersByChannel().getOrDefault(Channel.WECHAT, 0L) + 1);
        OrdersOfDay nothing = new OrdersOfDay(0, BigDecimal.ZERO);
        OrdersOfDay todayBefore = before.ordersByDay().getOrDefault(BusinessTime.today(Clock.systemUTC()), nothing);
        OrdersOfDay todayAfter = after.ordersByDay().getOrDefault(BusinessTime.today(Clock.systemUTC()), nothing);
        assertThat(todayAfter.orders()).isEqualTo(todayBefore.orders() + 1);
        assertThat(todayAfter.amount().subtract(todayBefore.amount())).isEqualByComparingTo("500000");
        assertThat(after.approved()).isEqualTo(before.approved() + 1);
        assertThat(after.disbursed().subtract(before.disbursed())).isEqualByComparingTo("150000");
        assertThat(after.orders()).isEqualTo(after.inReview() + after.approved() + after.refused() + after.withdrawn());
        assertThat(after.loanProducts()).isPositive();
        assertThat(get(financeOffice, "/internal/totals").status()).isEqualTo(403);
    }

    private LoanTotals totals() {
        return client.asService("stats-service")
                .get()
                .uri("/internal/totals")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(LoanTotals.class)
                .returnResult()
                .getResponseBody();
    }

    private List<Map<Integer, String>> exported(CurrentUser who, String query) {
        var result = client.as(who)
                .get()
                .uri(ALL + "/export?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(Sheet.XLSX)
                .returnResult(byte[].class);
        assertThat(result.getResponseHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .contains(".xlsx");
        return FastExcel.read(new ByteArrayInputStream(result.getResponseBody()))
                .sheet()
                .headRowNumber(1)
                .doReadSync();
    }

    @Test
    void no_stranger_comes_by_any_route_with_an_id() {
        Answer it = submit(enterprise, application());
        when(registerOfOthers.enterprise(enterprise.enterpriseId()))
                .thenReturn(inTheRegister(enterprise.enterpriseId()));
        theConsentToTheReportIs(ConsentStanding.GIVEN);
        UUID file = uploaded(enterprise, "/api/finance/application-files", "流水.png", aPicture())
                .id();
        it = post(
                enterprise,
                "/api/finance/my/applications/" + it.id() + "/add-files",
                Map.of("version", it.version(), "files", List.of(file)));
        Map<String, Object> version = Map.of("version", it.version());
        Map<String, Object> refusal =
                Map.of("version", it.version(), "reasonCode", "DEBT_TOO_HIGH", "reason", "负债率超出限额");
        String mine = "/api/finance/my/applications/{id}";
        String banks = "/api/finance/applications/{id}";
        String products = "/api/finance/manage/products/{id}";
        String entries = "/api/finance/manage/product-entries/{id}";
        String systems = "/openapi/v1/applications/{id}";
        UUID entry = post(
                        officer,
                        "/api/finance/manage/product-entries",
                        Map.of("productId", product.id(), "content", Map.of()))
                .id();

        Claimed demand = claimedDemand();
        Recommended small = recommended();
        Map<String, Object> seenClaim = Map.of("version", 0);
        Map<String, Object> moreTime = Map.of("workingDays", 2, "reason", "等待抵押物评估");

        String favourites =
                "the id is that of a product, which is everybody's; the mark is set and read in the own list only";
        strangers
                .toward()
                .allOpen(
                        favourites,
                        "GET /api/finance/my/favourites/{productId}",
                        "PUT /api/finance/my/favourites/{productId}",
                        "DELETE /api/finance/my/favourites/{productId}")
                .allOpen(
                        "the id is that of a product, which is everybody's; the draft is the own enterprise's: LoanDraftTest",
                        "GET /api/finance/my/loan-drafts/{productId}",
                        "PUT /api/finance/my/loan-drafts/{productId}",
                        "DELETE /api/finance/my/loan-drafts/{productId}")
                .allOpen(
                        "who reviews products reviews those of every bank",
                        "POST " + entries + "/approve",
                        "POST " + entries + "/return",
                        "POST " + products + "/pin",
                        "POST " + products + "/unpin")
                .open(
                        "PUT /api/finance/branch-towns/{townCode}",
                        "names a town; the line is that of the caller's own bank")
                .open("PUT /api/finance/promise-terms/{caseClass}", "names a kind of case; its term is one for all")
                .allOpen(
                        "news and activities are the district's: who looks after them looks after all",
                        "GET /api/finance/manage/articles/{id}",
                        "PUT /api/finance/manage/articles/{id}",
                        "POST /api/finance/manage/articles/{id}/pin",
                        "POST /api/finance/manage/articles/{id}/publish",
                        "POST /api/finance/manage/articles/{id}/return",
                        "POST /api/finance/manage/articles/{id}/submit",
                        "POST /api/finance/manage/articles/{id}/take-back",
                        "POST /api/finance/manage/articles/{id}/unpin",
                        "POST /api/finance/manage/articles/{id}/withdraw",
                        "GET /api/finance/manage/covers/{id}",
                        "GET /api/finance/manage/activities/{id}",
                        "PUT /api/finance/manage/activities/{id}",
                        "POST /api/finance/manage/activities/{id}/cancel",
                        "POST /api/finance/manage/activities/{id}/check-in",
                        "POST /api/finance/manage/activities/{id}/publish")
                .open("POST /api/finance/my/activities/{id}/sign-up", "an activity that is published is everybody's")
                .allOpen(
                        "of who handed it in, while nothing names it: CoordinationTest, ArticlesTest and ApplicationFilesTest try somebody else, for whom it is not there",
                        "DELETE /api/finance/visit-files/{id}",
                        "DELETE /api/finance/application-files/{id}",
                        "DELETE /api/finance/manage/covers/{id}")
                .open(
                        "POST /api/finance/my/sign-ups/{id}/withdraw",
                        "of an enterprise: ActivitiesTest tries another one's, which is not found")
                .allOpen(
                        "for systems, which are nobody here: SystemInboxTest tries another bank's",
                        "GET " + systems,
                        "GET " + systems + "/enterprise",
                        "GET " + systems + "/files/{fileId}",
                        "POST " + systems + "/accept",
                        "POST " + systems + "/ask-material",
                        "POST " + systems + "/approve",
                        "POST " + systems + "/refuse",
                        "POST " + systems + "/disbursements",
                        "POST " + systems + "/settle")
                .open("GET /openapi/v1/loans/{idOrCode}", "what is published is there for every system")
                .owned("GET " + mine, enterprise, it.id())
                .owned("POST " + mine + "/withdraw", enterprise, it.id(), version)
                .owned("POST " + mine + "/supply-material", enterprise, it.id(), Map.of("version", 0, "words", "材料已补充"))
                .owned(
                        "POST " + mine + "/add-files",
                        enterprise,
                        it.id(),
                        Map.of("version", 0, "files", List.of(Ids.next())))
                .owned("GET /api/finance/application-files/{id}", officer, file)
                .owned("POST " + banks + "/ask-material", officer, it.id(), Map.of("version", 0, "reason", "请补充流水"))
                .owned("POST " + banks + "/ask-extension", officer, it.id(), moreTime)
                .owned("POST " + banks + "/take", officer, it.id(), Map.of())
                .owned(
                        "POST " + banks + "/hand-over",
                        officer,
                        it.id(),
                        Map.of("version", 0, "to", Map.of("branchId", bank.id()), "reason", "经办人休年假"))
                .owned("POST /api/finance/demand-claims/{id}/ask-extension", demand.officer(), demand.claim(), moreTime)
                .owned(
                        "POST /api/finance/promises/{id}/decide-extension",
                        TestUsers.ofBank(bank.id(), FinancePermissions.SUPERVISE_ANSWERS),
                        ((Map<?, ?>) it.get("promise")).get("id"),
                        Map.of("approved", true))
                .owned("GET " + banks, officer, it.id())
                .owned("GET " + banks + "/enterprise", officer, it.id())
                .owned("GET " + banks + "/report", officer, it.id())
                .owned("GET " + banks + "/report.pdf", officer, it.id())
                .owned("GET /api/finance/visits/{id}", small.townOfficer(), small.visit())
                .owned("GET /api/finance/visit-files/{id}", small.townOfficer(), small.file())
                .owned("GET /api/finance/coordination-cases/{id}", small.townOfficer(), small.id())
                .owned("GET /api/finance/coordination-cases/{id}/check", small.office(), small.id())
                .owned("GET /api/finance/my/coordination-cases/{id}", small.owner(), small.id())
                .owned("GET /api/finance/recommendations/{id}", small.officer(), small.recommendation())
                .owned(
                        "POST /api/finance/recommendations/{id}/ask-extension",
                        small.officer(),
                        small.recommendation(),
                        moreTime)
                .owned(
                        "POST /api/finance/recommendations/{id}/grant",
                        small.officer(),
                        small.recommendation(),
                        Map.of("version", 0, "amount", 100_000, "rate", 3.6, "termMonths", 12))
                .owned(
                        "POST /api/finance/recommendations/{id}/refuse",
                        small.officer(),
                        small.recommendation(),
                        Map.of("version", 0, "reasonCode", "COLLATERAL", "words", "没有抵押物"))
                .owned(
                        "POST /api/finance/recommendations/{id}/already-served",
                        small.officer(),
                        small.recommendation(),
                        Map.of("version", 0, "words", "已有本行贷款"))
                .owned(
                        "POST /api/finance/coordination-cases/{id}/recommend",
                        small.office(),
                        small.id(),
                        Map.of("version", 0, "edition", 1, "findings", List.of(), "banks", List.of(bank.id())))
                .owned(
                        "POST /api/finance/coordination-cases/{id}/reject",
                        small.office(),
                        small.id(),
                        Map.of("version", 0, "edition", 1, "findings", List.of(), "reason", "不符合标准"))
                .owned(
                        "POST /api/finance/coordination-cases/{id}/add-banks",
                        small.office(),
                        small.id(),
                        Map.of("version", 0, "banks", List.of(bank.id())))
                .owned(
                        "POST /api/finance/coordination-cases/{id}/close",
                        small.office(),
                        small.id(),
                        Map.of("version", 0, "reason", "企业没有答复"))
                .owned(
                        "POST /api/finance/my/coordination-cases/{id}/withdraw",
                        small.owner(),
                        small.id(),
                        Map.of("version", 0))
                .owned("GET /api/finance/demand-claims/{id}/report", demand.officer(), demand.claim())
                .owned("GET /api/finance/demand-claims/{id}/report.pdf", demand.officer(), demand.claim())
                .owned(
                        "POST " + banks + "/reveal",
                        TestUsers.ofBank(bank.id(), FinancePermissions.REVEAL_APPLICATIONS),
                        it.id(),
                        Map.of("field", FinanceFields.CONTACT_PHONE, "reason", "核实企业融资情况"))
                .owned("POST " + banks + "/accept", officer, it.id(), version)
                .owned("POST " + banks + "/approve", officer, it.id(), approval(it.version()))
                .owned("POST " + banks + "/refuse", officer, it.id(), refusal)
                .owned("POST " + banks + "/disbursements", officer, it.id(), disbursement(it.version(), 100_000))
                .owned("POST " + banks + "/settle", officer, it.id(), version)
                .owned(
                        "POST /api/finance/promises/{id}/urge",
                        TestUsers.ofBank(bank.id(), FinancePermissions.SUPERVISE_ANSWERS),
                        ((Map<?, ?>) it.get("promise")).get("id"))
                .owned("GET /api/finance/my/demands/{id}", demand.poster(), demand.id())
                .owned("POST /api/finance/my/demands/{id}/withdraw", demand.poster(), demand.id(), Map.of("version", 1))
                .owned("GET /api/finance/demands/{id}", demand.officer(), demand.id())
                .owned("POST /api/finance/demands/{id}/claim", demand.officer(), demand.id())
                .owned("GET /api/finance/demand-claims/{id}/enterprise", demand.officer(), demand.claim())
                .owned(
                        "POST /api/finance/demand-claims/{id}/offer",
                        demand.officer(),
                        demand.claim(),
                        Map.of(
                                "version",
                                0,
                                "productId",
                                product.id(),
                                "amount",
                                100_000,
                                "rate",
                                3.6,
                                "termMonths",
                                12,
                                "until",
                                today.plusDays(3)))
                .owned(
                        "POST /api/finance/demand-claims/{id}/give-back",
                        demand.officer(),
                        demand.claim(),
                        Map.of("version", 0, "reasonCode", "TERM"))
                .owned("POST /api/finance/my/demand-claims/{id}/show", demand.poster(), demand.claim(), seenClaim)
                .owned("POST /api/finance/my/demand-claims/{id}/hide", demand.poster(), demand.claim(), seenClaim)
                .owned(
                        "POST /api/finance/my/demand-claims/{id}/choose",
                        demand.poster(),
                        demand.claim(),
                        Map.of("version", 0, "kind", "FIRST", "consent", true, "channel", "PC"))
                .owned(
                        "GET /api/finance/all-demands/{id}",
                        TestUsers.ofDepartment(Ids.next(), FinancePermissions.READ_ALL_DEMANDS),
                        demand.id())
                .owned("GET " + entries, officer, entry)
                .owned("PUT " + entries, officer, entry, Map.of("version", 0, "content", Map.of("title", "改名")))
                .owned("POST " + entries + "/submit", officer, entry, Map.of("version", 0))
                .owned("POST " + entries + "/take-back", officer, entry, Map.of("version", 0))
                .owned("POST " + entries + "/discard", officer, entry, Map.of("version", 0))
                .owned("POST " + products + "/suspend", officer, product.id(), Map.of("version", 0, "reason", "额度已用完"))
                .owned("POST " + products + "/resume", officer, product.id(), Map.of("version", 0))
                .areTurnedAway();
    }

    /** @param claim that its enterprise lets the bank of these officers read */
    private record Claimed(UUID id, UUID claim, CurrentUser poster, CurrentUser officer) {}

    private Claimed claimedDemand() {
        CurrentUser poster = TestUsers.ofEnterprise(Ids.next(), FinancePermissions.POST_DEMANDS, "enterprise.own");
        CurrentUser claimer =
                TestUsers.ofBank(bank.id(), FinancePermissions.CLAIM_DEMANDS, FinancePermissions.HANDLE_APPLICATIONS);
        when(registerOfOthers.enterprise(poster.enterpriseId())).thenReturn(inTheRegister(poster.enterpriseId()));
        Answer posted = post(
                poster,
                "/api/finance/my/demands",
                Map.of(
                        "amount",
                        200_000,
                        "termMonths",
                        12,
                        "purpose",
                        "采购原材料、支付货款",
                        "guarantees",
                        List.of(),
                        "wantedOn",
                        today.plusDays(3),
                        "contactName",
                        "李经理",
                        "contactPhone",
                        "13812345678",
                        "channel",
                        "PC"),
                Ids.next().toString());
        UUID id = UUID.fromString((String) ((Map<?, ?>) posted.get("demand")).get("id"));
        Answer claimed = post(claimer, "/api/finance/demands/" + id + "/claim", Map.of());
        post(poster, "/api/finance/my/demand-claims/" + claimed.id() + "/show", Map.of("version", 0));
        return new Claimed(id, claimed.id(), poster, claimer);
    }

    /** @param visit after which the enterprise was declared, in whose town this officer works */
    private record Recommended(
            UUID id,
            UUID visit,
            UUID file,
            UUID recommendation,
            CurrentUser owner,
            CurrentUser townOfficer,
            CurrentUser office,
            CurrentUser officer) {}

    private Recommended recommended() {
        CurrentUser owner = TestUsers.ofEnterprise(Ids.next(), FinancePermissions.DECLARE_NEED);
        EnterpriseRecord entry = inTheRegister(owner.enterpriseId());
        when(registerOfOthers.enterprise(owner.enterpriseId())).thenReturn(entry);
        CurrentUser townOfficer = TestUsers.ofTown(Ids.next(), entry.townCode(), FinancePermissions.VISIT);
        CurrentUser office = TestUsers.ofDepartment(Ids.next(), FinancePermissions.COORDINATE);
        UUID file = uploaded(townOfficer, "/api/finance/visit-files", "厂房.png", aPicture())
                .id();
        Answer visit = post(
                townOfficer,
                "/api/finance/visits",
                Map.of(
                        "enterpriseId",
                        owner.enterpriseId(),
                        "visitedOn",
                        today,
                        "words",
                        "生产正常",
                        "files",
                        List.of(Map.of("id", file)),
                        "need",
                        Map.of("amount", 200_000, "termMonths", 12, "purpose", "采购原材料、支付货款", "creditKind", "UNSECURED"),
                        "declared",
                        true,
                        "agreed",
                        true,
                        "contactName",
                        "李经理",
                        "contactPhone",
                        "13812345678"),
                Ids.next().toString());
        String id = (String) visit.get("caseId");
        int edition = jdbc.sql("select max(edition) from coordination_criteria")
                .query(Integer.class)
                .single();
        Answer recommended = post(
                office,
                "/api/finance/coordination-cases/" + id + "/recommend",
                Map.of(
                        "version",
                        0,
                        "edition",
                        edition,
                        "findings",
                        Stream.of("LAWFUL", "PREMISES", "CREDIT", "REAL_NEED", "LAWFUL_PURPOSE")
                                .map(code -> Map.of("code", code, "met", true, "words", "现场核实"))
                                .toList(),
                        "banks",
                        List.of(bank.id())));
        assertThat(recommended.status()).as(recommended.body().toString()).isEqualTo(200);
        Map<?, ?> answer = (Map<?, ?>) ((List<?>) recommended.get("answers")).getFirst();
        return new Recommended(
                UUID.fromString(id),
                visit.id(),
                file,
                UUID.fromString((String) answer.get("id")),
                owner,
                townOfficer,
                office,
                TestUsers.ofBank(bank.id(), FinancePermissions.ANSWER_RECOMMENDATIONS));
    }

    private Answer inReview() {
        Answer it = submit(enterprise, application());
        return act(officer, it.id(), "accept", Map.of("version", it.version()));
    }

    private Map<String, Object> disbursement(int version, Number amount) {
        return Map.of("version", version, "amount", amount, "disbursedOn", today);
    }

    private int total(String query) {
        return (Integer) get(officer, ALL + "?" + query).get("total");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> kinds(Answer application) {
        return ((List<Map<String, Object>>) application.get("timeline"))
                .stream().map(step -> step.get("kind")).toList();
    }

    private String statusOf(UUID id) {
        return jdbc.sql("select status from loan_application where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private BigDecimal disbursed(UUID id) {
        return jdbc.sql("select coalesce(sum(amount), 0) from loan_disbursement where application_id = ?")
                .param(id)
                .query(BigDecimal.class)
                .single();
    }
}
