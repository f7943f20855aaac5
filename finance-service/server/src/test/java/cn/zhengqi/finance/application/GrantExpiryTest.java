package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A grant of which nothing was drawn ends with its last day. */
class GrantExpiryTest extends FinanceServiceTest {

    @Autowired
    private GrantExpiry expiry;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void it_holds_on_its_last_day_and_has_expired_the_day_after_once() {
        Answer granted = granted(30);
        days(30);
        expiry.run();
        assertThat(get(officer, one(granted)).get("status")).isEqualTo("APPROVED");

        days(1);
        expiry.run();
        expiry.run();

        Answer expired = get(enterprise, "/api/finance/my/applications/" + granted.id());
        assertThat(expired.get("status")).isEqualTo("EXPIRED");
        assertThat(kinds(expired)).endsWith("APPROVED", "EXPIRED").containsOnlyOnce("EXPIRED");
        assertThat(eventsOf(granted.id())).containsOnlyOnce("finance.LoanGrantExpired");
    }

    @Test
    void its_last_day_is_warned_of_a_week_before_once_and_nothing_of_it_changes() throws Exception {
        Answer granted = granted(30);
        days(22);
        expiry.warn();
        assertThat(eventsOf(granted.id())).doesNotContain("finance.LoanGrantExpiring");
        days(1);
        try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
            copies.invokeAll(Collections.nCopies(4, () -> expiry.warn()));
        }
        days(3);
        expiry.warn();

        assertThat(eventsOf(granted.id())).containsOnlyOnce("finance.LoanGrantExpiring");
        assertThat(get(officer, one(granted)).version()).isEqualTo(granted.version());
    }

    @Test
    void what_was_drawn_of_and_what_was_granted_for_a_few_days_is_not_warned_of() {
        Answer drawn = granted(30);
        act(officer, drawn.id(), "disbursements", payment(drawn.version(), today()));
        days(25);
        Answer brief = approved(anEnterprise(), aProductOf(bank), officer);
        endsIn(5, brief);

        expiry.warn();

        assertThat(eventsOf(drawn.id())).doesNotContain("finance.LoanGrantExpiring");
        assertThat(eventsOf(brief.id())).doesNotContain("finance.LoanGrantExpiring");
    }

    @Test
    void its_last_day_ends_at_midnight_in_the_district() {
        Answer granted = granted(30);
        Instant end = BusinessTime.endOf(today().plusDays(30));
        clock.forward(Duration.between(clock.instant(), end).minusMinutes(1));
        expiry.run();
        assertThat(get(officer, one(granted)).get("status")).isEqualTo("APPROVED");

        clock.forward(Duration.between(clock.instant(), end));
        expiry.run();

        assertThat(get(officer, one(granted)).get("status")).isEqualTo("EXPIRED");
    }

    @Test
    void what_was_drawn_of_does_not_expire() {
        Answer granted = granted(30);
        act(officer, granted.id(), "disbursements", payment(granted.version(), today()));
        days(60);

        expiry.run();

        assertThat(get(officer, one(granted)).get("status")).isEqualTo("APPROVED");
    }

    @Test
    void an_expired_grant_was_no_first_loan() {
        granted(30);
        assertThat(submit(enterprise, application(aProductOf(bank))).code()).isEqualTo("NOT_A_FIRST_LOAN");
        days(31);
        expiry.run();

        assertThat(submit(enterprise, application()).status()).isEqualTo(201);
    }

    @Test
    void what_was_paid_in_time_and_is_told_late_brings_it_back_and_nothing_else_does() {
        Answer granted = granted(30);
        LocalDate inTime = today().plusDays(30);
        days(32);
        expiry.run();
        int version = get(officer, one(granted)).version();

        assertThat(act(officer, granted.id(), "settle", Map.of("version", version))
                        .code())
                .isEqualTo("STATE_CONFLICT");
        assertThat(act(officer, granted.id(), "approve", approval(version)).code())
                .isEqualTo("STATE_CONFLICT");
        assertThat(act(officer, granted.id(), "disbursements", payment(version, inTime.plusDays(1)))
                        .code())
                .isEqualTo("DISBURSEMENT_DATE_OUT_OF_RANGE");

        Answer paid = act(officer, granted.id(), "disbursements", payment(version, inTime));

        assertThat(paid.get("status")).isEqualTo("APPROVED");
        expiry.run();
        assertThat(get(officer, one(granted)).get("status")).isEqualTo("APPROVED");
    }

    @Test
    void a_first_loan_that_was_granted_elsewhere_meanwhile_stays_the_first() {
        Answer granted = granted(30);
        LocalDate inTime = today();
        days(31);
        expiry.run();
        int version = get(officer, one(granted)).version();
        Answer elsewhere = approved(enterprise, aProductOf(bank), officer);
        assertThat(elsewhere.get("status")).isEqualTo("APPROVED");

        assertThat(act(officer, granted.id(), "disbursements", payment(version, inTime))
                        .code())
                .isEqualTo("FIRST_LOAN_ALREADY_GRANTED");
        assertThat(get(officer, one(granted)).get("status")).isEqualTo("EXPIRED");
    }

    @Test
    void what_was_no_first_loan_itself_does_not_come_back_before_a_first_one_that_was_granted_meanwhile() {
        Answer granted = additional();
        LocalDate inTime = today();
        days(31);
        expiry.run();
        int version = get(officer, one(granted)).version();
        Answer elsewhere = approved(enterprise, aProductOf(bank), officer);
        assertThat(elsewhere.get("kind")).isEqualTo("FIRST");

        Answer late = act(officer, granted.id(), "disbursements", payment(version, inTime));

        assertThat(late.code()).isEqualTo("FIRST_LOAN_ALREADY_GRANTED");
        assertThat(get(officer, one(granted)).get("status")).isEqualTo("EXPIRED");
    }

    @Test
    void of_two_expired_first_loans_one_comes_back_and_the_other_is_told_so() {
        Answer earlier = granted(30);
        LocalDate inTime = today();
        days(31);
        expiry.run();
        Answer later = approved(enterprise, aProductOf(bank), officer);
        assertThat(later.get("kind")).isEqualTo("FIRST");
        LocalDate alsoInTime = today();
        endsIn(30, later);
        days(31);
        expiry.run();
        assertThat(get(officer, one(later)).get("status")).isEqualTo("EXPIRED");

        assertThat(act(
                                officer,
                                earlier.id(),
                                "disbursements",
                                payment(get(officer, one(earlier)).version(), inTime))
                        .get("status"))
                .isEqualTo("APPROVED");

        assertThat(act(
                                officer,
                                later.id(),
                                "disbursements",
                                payment(get(officer, one(later)).version(), alsoInTime))
                        .code())
                .isEqualTo("FIRST_LOAN_ALREADY_GRANTED");
    }

    @Test
    void a_first_loan_does_not_come_back_after_an_earlier_grant_of_another_kind_did() {
        Answer earlier = additional();
        LocalDate inTime = today();
        days(31);
        expiry.run();
        Answer first = approved(enterprise, aProductOf(bank), officer);
        assertThat(first.get("kind")).isEqualTo("FIRST");
        LocalDate alsoInTime = today();
        endsIn(30, first);
        days(31);
        expiry.run();
        act(
                officer,
                earlier.id(),
                "disbursements",
                payment(get(officer, one(earlier)).version(), inTime));
        assertThat(get(officer, one(earlier)).get("status")).isEqualTo("APPROVED");

        Answer late = act(
                officer,
                first.id(),
                "disbursements",
                payment(get(officer, one(first)).version(), alsoInTime));

        assertThat(late.code()).isEqualTo("FIRST_LOAN_ALREADY_GRANTED");
        assertThat(get(officer, one(first)).get("status")).isEqualTo("EXPIRED");
    }

    @Test
    void it_comes_back_beside_a_first_loan_that_was_granted_before_it() {
        approved(enterprise, aProductOf(bank), officer);
        days(1);
        Answer granted = additional();
        LocalDate inTime = today();
        days(31);
        expiry.run();

        Answer paid = act(
                officer,
                granted.id(),
                "disbursements",
                payment(get(officer, one(granted)).version(), inTime));

        assertThat(paid.get("status")).isEqualTo("APPROVED");
        assertThat(paid.get("kind")).isEqualTo("ADDITIONAL");
    }

    @Test
    void a_first_loan_that_is_granted_while_an_expired_grant_comes_back_is_none() throws Exception {
        Answer granted = additional();
        LocalDate inTime = today();
        days(31);
        expiry.run();
        int version = get(officer, one(granted)).version();
        Answer first = submit(enterprise, application(aProductOf(bank)));
        Answer inReview = act(officer, first.id(), "accept", Map.of("version", first.version()));

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = both.invokeAll(List.<Callable<Answer>>of(
                    () -> act(officer, granted.id(), "disbursements", payment(version, inTime)),
                    () -> act(officer, first.id(), "approve", approval(inReview.version()))));
            Answer back = answers.getFirst().get();
            Answer approved = answers.getLast().get();
            assertThat(List.of(back.status(), approved.status()))
                    .as(back.body() + " " + approved.body())
                    .containsOnlyOnce(200);
            assertThat(List.of(String.valueOf(back.code()), String.valueOf(approved.code())))
                    .contains("FIRST_LOAN_ALREADY_GRANTED");
        }
    }

    @Test
    void copies_at_the_same_moment_expire_each_once() throws Exception {
        Answer granted = granted(30);
        days(31);

        try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
            copies.invokeAll(Collections.nCopies(6, () -> expiry.run()));
        }
        expiry.run();

        assertThat(eventsOf(granted.id())).containsOnlyOnce("finance.LoanGrantExpired");
        assertThat(jdbc.sql("select count(*) from loan_application_step where application_id = ? and kind = 'EXPIRED'")
                        .param(granted.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Answer granted(int validDays) {
        Answer submitted = submit(enterprise, application());
        Answer accepted = act(officer, submitted.id(), "accept", Map.of("version", submitted.version()));
        Map<String, Object> approval = approval(accepted.version());
        approval.put("validUntil", today().plusDays(validDays).toString());
        return act(officer, submitted.id(), "approve", approval);
    }

    /** Of an enterprise that has a loan elsewhere, or had one. */
    private Answer additional() {
        Map<String, Object> asked = application();
        asked.put("kind", "ADDITIONAL");
        Answer submitted = submit(enterprise, asked);
        Answer accepted = act(officer, submitted.id(), "accept", Map.of("version", submitted.version()));
        Map<String, Object> approval = approval(accepted.version());
        approval.put("validUntil", today().plusDays(30).toString());
        Answer granted = act(officer, submitted.id(), "approve", approval);
        assertThat(granted.get("kind")).isEqualTo("ADDITIONAL");
        return granted;
    }

    private void endsIn(int days, Answer granted) {
        jdbc.sql("update loan_application set valid_until = ? where id = ?")
                .params(today().plusDays(days), granted.id())
                .update();
    }

    private LocalDate today() {
        return BusinessTime.dayOf(clock.instant());
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
    }

    private static String one(Answer application) {
        return "/api/finance/applications/" + application.id();
    }

    private static Map<String, Object> payment(int version, LocalDate on) {
        return Map.of("version", version, "amount", 100_000, "disbursedOn", on.toString());
    }

    @SuppressWarnings("unchecked")
    private static List<Object> kinds(Answer application) {
        return ((List<Map<String, Object>>) application.get("timeline"))
                .stream().map(step -> step.get("kind")).toList();
    }
}
