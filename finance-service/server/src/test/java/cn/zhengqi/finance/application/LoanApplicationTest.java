package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.data.Json;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.application.BorrowingHistory.GrantedLoan;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.finance.product.Products;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LoanApplicationTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Actor PERSON = new Actor(Ids.next(), "李经理");
    private static final Actor OFFICER = new Actor(Ids.next(), "建行客户经理");
    private static final RefusalReason REASON = new RefusalReason("DEBT_TOO_HIGH", "负债水平过高");
    private final LoanProduct product = Products.of(300, 24);
    private final GrantedLoan earlier =
            new GrantedLoan(Ids.next(), "RZ20250101000001", "云税贷", product.bankId(), product.bankName());
    private final GrantedLoan elsewhere = new GrantedLoan(Ids.next(), "RZ20250101000002", "快贷", Ids.next(), "乙银行");

    @Test
    void a_submitted_application_waits_for_the_bank_and_tells_so() {
        Transition it = submit(request(LoanKind.FIRST, null), BorrowingHistory.NONE);

        assertThat(it.application().status()).isEqualTo(ApplicationStatus.SUBMITTED);
        assertThat(it.step().kind()).isEqualTo(StepKind.SUBMITTED);
        assertThat(it.step().note()).isEqualTo("申请 50 万元，期限 1 年");
        assertThat(it.event()).isInstanceOfSatisfying(LoanApplicationSubmitted.class, event -> {
            assertThat(event.subject()).isEqualTo(it.application().id());
            assertThat(event.amount()).isEqualByComparingTo("500000");
            assertThat(event.channel()).isEqualTo(Channel.WECHAT);
            assertThat(event.townCode()).isEqualTo("500113103");
            assertThat(event.at()).isEqualTo(MONDAY);
        });
    }

    /** As the events of before are in the log: their members stand side by side. */
    @Test
    void a_fact_says_who_and_what_each_under_its_own_name() {
        Transition it = submit(request(LoanKind.FIRST, null), BorrowingHistory.NONE);
        LoanApplication application = it.application();

        JsonNode data = Json.MAPPER.valueToTree(it.event());

        assertThat(data.path("applicationId").asString())
                .isEqualTo(application.id().toString());
        assertThat(data.path("number").asString()).isEqualTo(application.number());
        assertThat(data.path("productId").asString())
                .isEqualTo(application.productId().toString());
        assertThat(data.path("productTitle").asString()).isEqualTo(application.productTitle());
        assertThat(data.path("bankId").asString())
                .isEqualTo(application.bankId().toString());
        assertThat(data.path("bankName").asString()).isEqualTo(application.bankName());
        assertThat(data.path("enterpriseId").asString())
                .isEqualTo(application.enterpriseId().toString());
        assertThat(data.path("enterpriseName").asString()).isEqualTo(application.enterpriseName());
        assertThat(data.path("applicantId").asString()).isNotEmpty();
        assertThat(data.has("parties")).isFalse();
        assertThat(Json.MAPPER.treeToValue(data, LoanApplicationSubmitted.class))
                .isEqualTo(it.event());
    }

    @Test
    void without_consent_nothing_is_submitted() {
        LoanRequest silent = new LoanRequest(
                new BigDecimal("500000.00"),
                12,
                "周转",
                LoanKind.FIRST,
                null,
                Channel.PC,
                "李",
                "13800000000",
                false,
                null,
                null);

        refused(FinanceProblem.CONSENT_REQUIRED, () -> submit(silent, BorrowingHistory.NONE));
    }

    @Test
    void an_application_beyond_the_products_limit_is_refused() {
        LoanRequest tooMuch = new LoanRequest(
                new BigDecimal("3000000.01"),
                12,
                "周转",
                LoanKind.FIRST,
                null,
                Channel.PC,
                "李",
                "13800000000",
                true,
                null,
                null);

        refused(FinanceProblem.AMOUNT_OUT_OF_RANGE, () -> submit(tooMuch, BorrowingHistory.NONE));
    }

    @Test
    void whoever_was_granted_a_loan_has_no_first_loan_any_more() {
        refused(
                FinanceProblem.NOT_A_FIRST_LOAN,
                () -> submit(request(LoanKind.FIRST, null), new BorrowingHistory(List.of(earlier))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void one_more_loan_may_be_asked_for_whatever_was_granted_and_wherever(int loans) {
        BorrowingHistory history =
                new BorrowingHistory(List.of(elsewhere, earlier).subList(0, loans));

        LoanApplication application =
                submit(request(LoanKind.ADDITIONAL, null), history).application();

        assertThat(application.kind()).isEqualTo(LoanKind.ADDITIONAL);
        assertThat(application.renewsApplicationId()).isNull();
    }

    @Test
    void the_next_loan_is_the_first_or_one_more_unless_the_enterprise_renews() {
        assertThat(BorrowingHistory.NONE.usualKind()).isEqualTo(LoanKind.FIRST);
        assertThat(new BorrowingHistory(List.of(elsewhere)).usualKind()).isEqualTo(LoanKind.ADDITIONAL);
    }

    @Test
    void a_loan_of_another_bank_is_not_renewed() {
        BorrowingHistory history = new BorrowingHistory(List.of(elsewhere, earlier));

        assertThat(history.at(product.bankId()).granted()).containsExactly(earlier);
        assertThatThrownBy(() -> submit(request(LoanKind.RENEWAL, elsewhere.applicationId()), history))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(FinanceProblem.EARLIER_LOAN_OF_ANOTHER_BANK);
                    assertThat(problem.detail()).isEqualTo("所选原贷款由乙银行批准，续贷须向该银行申请；向其他银行申请请选择新增贷款");
                });
    }

    @Test
    void a_renewal_names_an_earlier_loan_of_the_enterprise() {
        BorrowingHistory history = new BorrowingHistory(List.of(earlier));

        assertThat(submit(request(LoanKind.RENEWAL, earlier.applicationId()), history)
                        .application()
                        .renewsApplicationId())
                .isEqualTo(earlier.applicationId());
        refused(FinanceProblem.EARLIER_LOAN_REQUIRED, () -> submit(request(LoanKind.RENEWAL, null), history));
        refused(FinanceProblem.EARLIER_LOAN_UNKNOWN, () -> submit(request(LoanKind.RENEWAL, Ids.next()), history));
        refused(
                FinanceProblem.EARLIER_LOAN_UNKNOWN,
                () -> submit(request(LoanKind.RENEWAL, earlier.applicationId()), BorrowingHistory.NONE));
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "ADDITIONAL"})
    void what_is_no_renewal_renews_nothing(LoanKind kind) {
        refused(FinanceProblem.EARLIER_LOAN_UNKNOWN, () -> submit(request(kind, Ids.next()), BorrowingHistory.NONE));
    }

    @Test
    void a_first_loan_of_whom_the_bank_knows_to_have_borrowed_before_is_granted_as_one_more() {
        LoanApplication application = inReview();

        Transition it = application.approve(
                grant("400000.00", true), new BorrowingHistory(List.of(elsewhere)), OFFICER, MONDAY);

        assertThat(application.kind()).isEqualTo(LoanKind.ADDITIONAL);
        assertThat(it.step().note()).endsWith("；经银行核实此前已有贷款，按新增贷款批准");
        assertThat(it.event())
                .isInstanceOfSatisfying(
                        LoanApplicationApproved.class,
                        event -> assertThat(event.kind()).isEqualTo(LoanKind.ADDITIONAL));
    }

    @ParameterizedTest
    @EnumSource(names = {"RENEWAL", "ADDITIONAL"})
    void what_the_bank_knows_changes_nothing_of_other_kinds(LoanKind kind) {
        assertThat(grant("1.00", true).kindOf(kind)).isEqualTo(kind);
        assertThat(grant("1.00", false).kindOf(LoanKind.FIRST)).isEqualTo(LoanKind.FIRST);
    }

    @Test
    void an_approved_application_carries_what_was_granted() {
        LoanApplication application = inReview();

        Transition it = application.approve(grant("400000.00"), BorrowingHistory.NONE, OFFICER, MONDAY);

        assertThat(application.status()).isEqualTo(ApplicationStatus.APPROVED);
        assertThat(application.grantedAmount()).isEqualByComparingTo("400000");
        assertThat(it.step().note()).isEqualTo("授信额度 40 万元，年利率 3.45%，期限 1 年，有效期至 2027-03-01");
        assertThat(it.event())
                .isInstanceOfSatisfying(
                        LoanApplicationApproved.class,
                        event -> assertThat(event.annualRate()).isEqualByComparingTo("3.45"));
    }

    @ParameterizedTest
    @CsvSource({
        "500000.01, 3.45, 12, 2027-03-01, GRANT_OUT_OF_RANGE",
        "0, 3.45, 12, 2027-03-01, GRANT_OUT_OF_RANGE",
        "-100, 3.45, 12, 2027-03-01, GRANT_OUT_OF_RANGE",
        "400000, 0, 12, 2027-03-01, RATE_OUT_OF_RANGE",
        "400000, -1, 12, 2027-03-01, RATE_OUT_OF_RANGE",
        "400000, 24.0001, 12, 2027-03-01, RATE_OUT_OF_RANGE",
        "400000, 3.45, 0, 2027-03-01, TERM_OUT_OF_RANGE",
        "400000, 3.45, 361, 2027-03-01, TERM_OUT_OF_RANGE",
        "400000, 3.45, 12, 2026-03-01, VALIDITY_OUT_OF_RANGE",
        "400000, 3.45, 12, 2036-03-03, VALIDITY_OUT_OF_RANGE",
    })
    void a_grant_out_of_reason_is_refused_and_changes_nothing(
            BigDecimal amount, BigDecimal rate, int term, LocalDate validUntil, FinanceProblem problem) {
        LoanApplication application = inReview();

        refused(
                problem,
                () -> application.approve(
                        new Grant(amount, rate, term, validUntil, false, null),
                        BorrowingHistory.NONE,
                        OFFICER,
                        MONDAY));

        assertThat(application.status()).isEqualTo(ApplicationStatus.IN_REVIEW);
        assertThat(application.grantedAmount()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"500000, 3.66, 12", "499999.99, 3.65, 12", "500000, 3.65, 11"})
    void less_than_the_chosen_offer_is_granted_with_a_reason_that_the_enterprise_reads(
            BigDecimal amount, BigDecimal rate, int term) {
        LoanApplication application = offeredAt("3.65");

        refused(FinanceProblem.GRANT_BELOW_OFFER, () -> approve(application, amount, rate, term, " "));
        assertThat(application.status()).isEqualTo(ApplicationStatus.IN_REVIEW);
        assertThat(approve(application, amount, rate, term, "评估后抵押率下调").step().note())
                .endsWith("；企业选定的报价为 50 万元、年利率 3.65%、期限 1 年，未按报价批准的原因：评估后抵押率下调");
    }

    @ParameterizedTest
    @CsvSource({"500000, 3.65, 12", "500000, 3.6, 13"})
    void what_was_offered_or_better_needs_no_reason(BigDecimal amount, BigDecimal rate, int term) {
        assertThat(approve(offeredAt("3.65"), amount, rate, term, "多余的话").step().note())
                .doesNotContain("报价");
    }

    @ParameterizedTest
    @CsvSource({"4.35, , false", "4.36, , true", "4.36, 4.5, false", "4.51, 4.5, true"})
    void nobody_pays_more_than_the_product_published_when_they_applied_unless_they_chose_so(
            BigDecimal rate, @Nullable BigDecimal offered, boolean beyond) {
        AskedLoan asked = new AskedLoan(new BigDecimal("500000"), 12, offered, new BigDecimal("4.35"), null);

        assertThat(asked.isBeyondPublished(rate)).isEqualTo(beyond);
    }

    @ParameterizedTest
    @CsvSource({"12, 36, 36", "48, 36, 48", "12, , 360", "12, 480, 360"})
    void nobody_is_granted_longer_than_the_product_published_unless_they_asked_so(
            int term, @Nullable Integer published, int longest) {
        AskedLoan asked = new AskedLoan(new BigDecimal("500000"), term, null, null, published);
        LocalDate today = LocalDate.of(2026, 3, 2);

        assertThat(asked.longestTerm()).isEqualTo(longest);
        grantFor(longest).checkAgainst(asked, LoanKind.ADDITIONAL, today);
        refused(
                FinanceProblem.TERM_OUT_OF_RANGE,
                () -> grantFor(longest + 1).checkAgainst(asked, LoanKind.ADDITIONAL, today));
    }

    private static Grant grantFor(int months) {
        return new Grant(
                new BigDecimal("400000"), new BigDecimal("3.45"), months, LocalDate.of(2027, 3, 1), true, null);
    }

    private LoanApplication offeredAt(String rate) {
        return submit(request(LoanKind.FIRST, null, new BigDecimal(rate)), BorrowingHistory.NONE)
                .application()
                .accept(OFFICER, MONDAY)
                .application();
    }

    private static Transition approve(
            LoanApplication application, BigDecimal amount, BigDecimal rate, int term, String belowOffer) {
        return application.approve(
                new Grant(amount, rate, term, LocalDate.of(2027, 3, 1), false, belowOffer),
                BorrowingHistory.NONE,
                OFFICER,
                MONDAY);
    }

    @Test
    void a_first_loan_is_not_confirmed_by_saying_nothing() {
        LoanApplication application = inReview();

        refused(
                CommonProblem.VALIDATION_FAILED,
                () -> application.approve(grant("400000.00", null), BorrowingHistory.NONE, OFFICER, MONDAY));

        assertThat(application.status()).isEqualTo(ApplicationStatus.IN_REVIEW);
        assertThat(grant("1.00", null).kindOf(LoanKind.RENEWAL)).isEqualTo(LoanKind.RENEWAL);
    }

    @Test
    void the_first_loan_is_granted_by_one_bank_only() {
        LoanApplication application = inReview();

        refused(
                FinanceProblem.FIRST_LOAN_ALREADY_GRANTED,
                () -> application.approve(grant("400000.00"), new BorrowingHistory(List.of(earlier)), OFFICER, MONDAY));
        assertThat(application.status()).isEqualTo(ApplicationStatus.IN_REVIEW);
    }

    @Test
    void what_a_colleague_granted_on_the_same_application_is_no_earlier_loan() {
        LoanApplication application = inReview();
        GrantedLoan itself =
                new GrantedLoan(application.id(), application.number(), "云税贷", product.bankId(), product.bankName());

        application.approve(grant("400000.00"), new BorrowingHistory(List.of(itself)), OFFICER, MONDAY);

        assertThat(application.status()).isEqualTo(ApplicationStatus.APPROVED);
    }

    @Test
    void a_refusal_says_why_by_catalogue_and_in_words() {
        LoanApplication application = inReview();

        Transition it = application.refuse(REASON, "  负债率 82%，超出限额。 ", OFFICER, MONDAY);

        assertThat(application.status()).isEqualTo(ApplicationStatus.REFUSED);
        assertThat(application.refusalReason()).isEqualTo("负债率 82%，超出限额。");
        assertThat(it.step().note()).isEqualTo("负债水平过高：负债率 82%，超出限额。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void a_refusal_without_words_is_none(String words) {
        LoanApplication application = inReview();

        refused(FinanceProblem.REFUSAL_REASON_REQUIRED, () -> application.refuse(REASON, words, OFFICER, MONDAY));
        assertThat(application.status()).isEqualTo(ApplicationStatus.IN_REVIEW);
    }

    @Test
    void money_is_paid_out_in_parts_up_to_the_grant_and_not_a_cent_more() {
        LoanApplication application = approved("400000.00");

        application.disburse(Drawdown.unnumbered(new BigDecimal("150000.00"), DAY), OFFICER, MONDAY);
        Transition second =
                application.disburse(Drawdown.unnumbered(new BigDecimal("249999.99"), DAY), OFFICER, MONDAY);

        assertThat(second.disbursement()).isNotNull();
        assertThat(second.event())
                .isInstanceOfSatisfying(
                        LoanDisbursed.class, event -> assertThat(event.total()).isEqualByComparingTo("399999.99"));
        refused(
                FinanceProblem.DISBURSEMENT_EXCEEDS_GRANT,
                () -> application.disburse(Drawdown.unnumbered(new BigDecimal("0.02"), DAY), OFFICER, MONDAY));
        application.disburse(Drawdown.unnumbered(new BigDecimal("0.01"), DAY), OFFICER, MONDAY);
        assertThat(application.disbursedAmount()).isEqualByComparingTo("400000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.01"})
    void no_money_is_no_disbursement(String amount) {
        refused(
                FinanceProblem.DISBURSEMENT_EXCEEDS_GRANT,
                () -> approved("400000.00")
                        .disburse(Drawdown.unnumbered(new BigDecimal(amount), DAY), OFFICER, MONDAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01", "2026-03-03"})
    void money_is_not_paid_out_before_the_decision_or_after_today(LocalDate on) {
        refused(
                FinanceProblem.DISBURSEMENT_DATE_OUT_OF_RANGE,
                () -> approved("400000.00").disburse(Drawdown.unnumbered(BigDecimal.TEN, on), OFFICER, MONDAY));
    }

    @Test
    void money_is_not_paid_out_after_the_grant_has_run_out() {
        LoanApplication application = approved("400000.00");
        Instant later = Instant.parse("2027-03-05T02:00:00Z");

        refused(
                FinanceProblem.DISBURSEMENT_DATE_OUT_OF_RANGE,
                () -> application.disburse(
                        Drawdown.unnumbered(BigDecimal.TEN, LocalDate.of(2027, 3, 2)), OFFICER, later));
        application.disburse(Drawdown.unnumbered(BigDecimal.TEN, LocalDate.of(2027, 3, 1)), OFFICER, later);
    }

    @Test
    void only_what_was_paid_out_can_be_settled() {
        LoanApplication application = approved("400000.00");

        refused(FinanceProblem.NOTHING_DISBURSED, () -> application.settle(OFFICER, MONDAY));
        application.disburse(Drawdown.unnumbered(BigDecimal.TEN, DAY), OFFICER, MONDAY);
        application.settle(OFFICER, MONDAY);

        assertThat(application.status()).isEqualTo(ApplicationStatus.SETTLED);
    }

    @Test
    void each_action_is_possible_in_its_states_only() {
        Map<String, Consumer<LoanApplication>> actions = Map.of(
                "accept", it -> it.accept(OFFICER, MONDAY),
                "askMaterial", it -> it.askMaterial("近六个月流水", OFFICER, MONDAY),
                "supplyMaterial", it -> it.supplyMaterial("已送交", 0, PERSON, MONDAY),
                "addFiles", it -> it.addFiles(PERSON, MONDAY),
                "approve", it -> it.approve(grant("10.00"), BorrowingHistory.NONE, OFFICER, MONDAY),
                "refuse", it -> it.refuse(REASON, "不通过", OFFICER, MONDAY),
                "withdraw", it -> it.withdraw(PERSON, MONDAY),
                "disburse", it -> it.disburse(Drawdown.unnumbered(BigDecimal.ONE, DAY), OFFICER, MONDAY),
                "settle", it -> it.settle(OFFICER, MONDAY));
        Map<ApplicationStatus, List<String>> possible = Map.of(
                ApplicationStatus.SUBMITTED, List.of("accept", "addFiles", "withdraw"),
                ApplicationStatus.IN_REVIEW, List.of("addFiles", "askMaterial", "approve", "refuse", "withdraw"),
                ApplicationStatus.NEED_MATERIAL, List.of("supplyMaterial", "refuse", "withdraw"),
                ApplicationStatus.APPROVED, List.of("disburse", "settle"),
                ApplicationStatus.REFUSED, List.of(),
                ApplicationStatus.WITHDRAWN, List.of(),
                ApplicationStatus.SETTLED, List.of(),
                // What was paid in time is told late.
                ApplicationStatus.EXPIRED, List.of("disburse"));

        possible.forEach((status, allowed) -> actions.forEach((name, action) -> {
            LoanApplication application = in(status);
            if (allowed.contains(name)) {
                action.accept(application);
            } else {
                refused(CommonProblem.STATE_CONFLICT, () -> action.accept(application));
                assertThat(application.status()).as(name + " of " + status).isEqualTo(status);
            }
        }));
    }

    @Test
    void what_the_bank_asked_for_is_supplied_in_words_or_as_files_or_both_but_not_by_nothing() {
        for (String nothing : new String[] {null, "", " "}) {
            LoanApplication waiting = in(ApplicationStatus.NEED_MATERIAL);
            refused(CommonProblem.VALIDATION_FAILED, () -> waiting.supplyMaterial(nothing, 0, PERSON, MONDAY));
            assertThat(waiting.status()).isEqualTo(ApplicationStatus.NEED_MATERIAL);
            assertThat(waiting.supplyMaterial(nothing, 1, PERSON, MONDAY).step().note())
                    .isNull();
            assertThat(waiting.status()).isEqualTo(ApplicationStatus.IN_REVIEW);
        }
        assertThat(in(ApplicationStatus.NEED_MATERIAL)
                        .supplyMaterial(" 流水已上传 ", 2, PERSON, MONDAY)
                        .step()
                        .note())
                .isEqualTo("流水已上传");
    }

    @Test
    void files_that_nobody_asked_for_leave_the_application_as_it_is() {
        LoanApplication application = inReview();

        Transition added = application.addFiles(PERSON, MONDAY);

        assertThat(application.status()).isEqualTo(ApplicationStatus.IN_REVIEW);
        assertThat(added.step().kind()).isEqualTo(StepKind.FILES_ADDED);
    }

    @Test
    void an_application_takes_so_many_files_and_so_much_together() {
        new FilesOfOne(FilesOfOne.MOST, FilesOfOne.MOST_BYTES).mustBeWithinLimits();
        refused(
                FinanceProblem.APPLICATION_FILES_FULL,
                () -> new FilesOfOne(FilesOfOne.MOST + 1, 1).mustBeWithinLimits());
        refused(
                FinanceProblem.APPLICATION_FILES_FULL,
                () -> new FilesOfOne(1, FilesOfOne.MOST_BYTES + 1).mustBeWithinLimits());
    }

    @Test
    void whoever_saw_another_version_has_to_look_again() {
        refused(CommonProblem.VERSION_CONFLICT, () -> inReview().seenAs(7));
    }

    private LoanApplication in(ApplicationStatus status) {
        return switch (status) {
            case SUBMITTED ->
                submit(request(LoanKind.FIRST, null), BorrowingHistory.NONE).application();
            case IN_REVIEW -> inReview();
            case NEED_MATERIAL ->
                inReview().askMaterial("近六个月流水", OFFICER, MONDAY).application();
            case APPROVED -> {
                LoanApplication application = approved("400000.00");
                application.disburse(Drawdown.unnumbered(BigDecimal.TEN, DAY), OFFICER, MONDAY);
                yield application;
            }
            case REFUSED -> inReview().refuse(REASON, "不通过", OFFICER, MONDAY).application();
            case WITHDRAWN -> inReview().withdraw(PERSON, MONDAY).application();
            case SETTLED ->
                in(ApplicationStatus.APPROVED).settle(OFFICER, MONDAY).application();
            case EXPIRED ->
                approved("400000.00")
                        .expire(OFFICER, Instant.parse("2027-03-02T02:00:00Z"))
                        .application();
        };
    }

    private LoanApplication inReview() {
        return in(ApplicationStatus.SUBMITTED).accept(OFFICER, MONDAY).application();
    }

    private LoanApplication approved(String amount) {
        return inReview()
                .approve(grant(amount), BorrowingHistory.NONE, OFFICER, MONDAY)
                .application();
    }

    private Transition submit(LoanRequest request, BorrowingHistory history) {
        return LoanApplication.submit(
                "RZ20260302000001",
                product,
                new Applicant(PERSON, Ids.next(), "重庆示例有限公司", "500113103", false),
                request,
                history,
                MONDAY);
    }

    private static LoanRequest request(LoanKind kind, UUID renews) {
        return request(kind, renews, null);
    }

    private static LoanRequest request(LoanKind kind, UUID renews, @Nullable BigDecimal offeredRate) {
        return new LoanRequest(
                new BigDecimal("500000.00"),
                12,
                "采购原材料",
                kind,
                renews,
                Channel.WECHAT,
                "李经理",
                "13800000000",
                true,
                null,
                offeredRate);
    }

    private static Grant grant(String amount) {
        return grant(amount, false);
    }

    private static Grant grant(String amount, @Nullable Boolean borrowedBefore) {
        return new Grant(
                new BigDecimal(amount), new BigDecimal("3.4500"), 12, LocalDate.of(2027, 3, 1), borrowedBefore, null);
    }

    private static void refused(ProblemCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
