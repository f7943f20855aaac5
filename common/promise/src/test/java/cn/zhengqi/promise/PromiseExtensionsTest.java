package cn.zhengqi.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.sample.AnswerServiceApplication;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ten working days, to which some are added once. */
@ServiceTest(classes = AnswerServiceApplication.class)
@Import(MovableClock.Configuration.class)
class PromiseExtensionsTest {

    @Autowired
    Promises promises;

    @Autowired
    PromiseExtensions extensions;

    @Autowired
    PromiseBoard board;

    @Autowired
    PromiseSweep sweep;

    @Autowired
    PromiseKind answers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private final UUID bank = Ids.next();
    private final DataScope own = DataScope.ofInstitution(bank);
    private final CurrentUser officer = TestUsers.ofBank(bank);
    private final CurrentUser head = TestUsers.ofBank(bank);

    /** A Friday morning: due on the 11th of December. */
    @BeforeEach
    void it_is_friday() {
        clock.forward(Duration.between(clock.instant(), at("2026-11-27T10:00:00+08:00")));
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void what_is_approved_moves_the_date_and_is_told_with_its_reason() {
        UUID about = given();
        ask(about, 3);
        assertThat(row(PromiseBoard.Standing.EXTENSION_ASKED).extension().reason())
                .isEqualTo("等待抵押物评估");
        assertThat(view(about).dueOn()).as("who asks has not got it").isEqualTo("2026-12-11");

        PromiseExtensions.Decided decided = decide(about, true, head);

        assertThat(decided.dueOn()).isEqualTo("2026-12-16");
        PromiseView extended = view(about);
        assertThat(extended.dueOn()).isEqualTo("2026-12-16");
        assertThat(extended.workingDays()).isEqualTo(13);
        assertThat(extended.extended().by()).isEqualTo(3);
        assertThat(extended.extended().reason()).isEqualTo("等待抵押物评估");
        assertThat(extended.extended().formerDueOn()).isEqualTo(LocalDate.parse("2026-12-11"));
        assertThat(row(PromiseBoard.Standing.EXTENDED).extension()).isNull();
        assertThat(told(about))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("等待抵押物评估", "2026-12-16T09:30:00Z"));
        assertThat(signals()).containsExactly("EXTENSION_ASKED", "EXTENSION_APPROVED");
        assertThat(answered())
                .as("who asked hears yes")
                .containsExactly("EXTENSION_APPROVED " + officer.accountId() + " 3 -");
    }

    @Test
    void it_is_broken_only_after_the_new_date_and_each_signal_goes_out_once() {
        UUID about = given();
        ask(about, 3);
        decide(about, true, head);

        forwardTo("2026-12-14T10:00:00+08:00");
        sweep.run();
        assertThat(view(about).broken()).isFalse();
        forwardTo("2026-12-16T17:31:00+08:00");
        sweep.run();
        sweep.run();

        assertThat(view(about).broken()).isTrue();
        assertThat(signals()).containsExactly("EXTENSION_ASKED", "EXTENSION_APPROVED", "WARNED", "BROKEN");
    }

    @Test
    void who_was_warned_before_is_not_warned_again() {
        UUID about = given();
        forwardTo("2026-12-10T10:00:00+08:00");
        sweep.run();
        ask(about, 5);
        decide(about, true, head);
        forwardTo("2026-12-18T17:31:00+08:00");
        sweep.run();

        assertThat(signals()).containsExactly("WARNED", "EXTENSION_ASKED", "EXTENSION_APPROVED", "BROKEN");
    }

    @Test
    void time_that_stands_still_is_extended_too_and_runs_on_with_it() {
        UUID about = given();
        inTransaction(() -> promises.pause(answers, about, clock.instant()));
        ask(about, 2);
        decide(about, true, head);
        assertThat(view(about).dueOn()).isNull();

        inTransaction(() -> promises.resume(answers, about, clock.instant()));
        assertThat(view(about).dueOn()).isEqualTo("2026-12-15");
    }

    @Test
    void nobody_approves_what_they_asked_for_and_a_no_leaves_the_date_and_room_for_another() {
        UUID about = given();
        ask(about, 3);

        refused(() -> decide(about, true, officer), PromiseProblem.OWN_EXTENSION);
        refused(() -> ask(about, 2), PromiseProblem.EXTENSION_WAITS);
        assertThat(view(about).extensionAsked())
                .as("whoever works on the case sees that it waits")
                .isTrue();
        decide(about, false, head);
        assertThat(view(about).dueOn()).isEqualTo("2026-12-11");
        assertThat(told(about)).as("the applicant was told of no question").isEmpty();
        assertThat(answered())
                .as("who asked hears no, and why")
                .containsExactly("EXTENSION_REFUSED " + officer.accountId() + " 3 请抓紧");
        refused(() -> decide(about, true, head), PromiseProblem.EXTENSION_DECIDED);
        assertThat(view(about).extensionAsked()).isFalse();

        ask(about, 1);
        decide(about, true, head);
        refused(() -> ask(about, 1), PromiseProblem.EXTENDED_ALREADY);
        assertThat(view(about).dueOn()).isEqualTo("2026-12-14");
    }

    @Test
    void that_it_was_refused_stays_with_the_case_and_beside_what_is_asked_next() {
        UUID about = given();
        ask(about, 3);
        decide(about, false, head);

        assertThat(view(about).refused())
                .extracting(PromiseView.NotExtended::by)
                .containsExactly(3);

        ask(about, 1);
        RefusedExtension before =
                row(PromiseBoard.Standing.EXTENSION_ASKED).extension().refusedBefore();
        assertThat(before.workingDays()).isEqualTo(3);
        assertThat(before.words()).isEqualTo("请抓紧");
        assertThat(before.decidedByName()).isEqualTo(head.name());
        assertThat(view(about).extensionAsked()).isTrue();
        inTransaction(() -> promises.answered(answers, about, clock.instant()));
        assertThat(view(about).extensionAsked())
                .as("nobody decides what is over")
                .isFalse();
        assertThat(view(about).refused()).hasSize(1);
        assertThat(signals()).last().isEqualTo("ENDED");
    }

    @Test
    void what_is_broken_or_over_is_not_extended_and_nothing_by_more_than_was_promised() {
        UUID about = given();
        refused(() -> ask(about, 11), CommonProblem.VALIDATION_FAILED);
        UUID late = given(at("2026-11-02T10:00:00+08:00"));
        refused(() -> ask(late, 1), PromiseProblem.PROMISE_BROKEN);
        UUID answered = given();
        inTransaction(() -> promises.answered(answers, answered, clock.instant()));
        refused(() -> ask(answered, 1), PromiseProblem.PROMISE_ENDED);
    }

    @Test
    void what_was_asked_in_time_is_approved_a_minute_after_the_date_and_the_new_date_is_held_like_any() {
        UUID about = given();
        ask(about, 3);
        forwardTo("2026-12-11T17:31:00+08:00");
        sweep.run();
        assertThat(view(about).broken()).isTrue();

        decide(about, true, head);

        assertThat(view(about).broken()).isFalse();
        assertThat(view(about).dueOn()).isEqualTo("2026-12-16");
        assertThat(told(about)).hasSize(1);
        forwardTo("2026-12-16T17:31:00+08:00");
        sweep.run();
        sweep.run();
        assertThat(signals())
                .as("that the new date is missed is told too, and once")
                .containsExactly("EXTENSION_ASKED", "BROKEN", "EXTENSION_APPROVED", "BROKEN");
    }

    @Test
    void nobody_is_given_a_date_that_is_over_and_what_was_answered_meanwhile_needs_none() {
        UUID about = given();
        ask(about, 1);
        forwardTo("2026-12-14T17:31:00+08:00");
        refused(() -> decide(about, true, head), PromiseProblem.EXTENSION_TOO_SHORT);
        assertThat(view(about).dueOn()).isEqualTo("2026-12-11");
        decide(about, false, head);
        assertThat(answered()).hasSize(1);

        UUID answered = given();
        ask(answered, 1);
        inTransaction(() -> promises.answered(answers, answered, clock.instant()));
        refused(() -> decide(answered, true, head), PromiseProblem.PROMISE_ENDED);
    }

    @Test
    void a_board_is_searched_and_ordered_and_taken_out_as_it_stands() {
        UUID early = given();
        forwardTo("2026-11-30T10:00:00+08:00");
        UUID late = given();
        BoardFilter all = BoardFilter.of(PromiseBoard.Standing.OPEN);

        assertThat(cases(all, null)).containsExactly(early, late);
        assertThat(cases(all, "dueAt,desc")).containsExactly(late, early);
        assertThat(cases(all, "startedAt,desc")).containsExactly(late, early);
        assertThat(cases(all, "institutionName")).containsExactly(early, late);
        assertThat(cases(new BoardFilter(null, null, null, late.toString()), null))
                .containsExactly(late);
        assertThat(cases(new BoardFilter(null, null, null, "100%"), null)).isEmpty();
        refused(() -> cases(all, "reason"), CommonProblem.VALIDATION_FAILED);

        List<UUID> taken = new ArrayList<>();
        board.each(answers, own, all, "dueAt,desc", row -> taken.add(row.caseId()));
        assertThat(taken).containsExactly(late, early);
        assertThat(board.count(answers, own, all)).isEqualTo(2);
        assertThat(board.count(answers, DataScope.ofInstitution(Ids.next()), all))
                .isZero();
    }

    private List<UUID> cases(BoardFilter filter, String sort) {
        return board.list(answers, own, filter, sort, new PageRequest(1, 10)).items().stream()
                .map(PromiseBoard.BoardRow::caseId)
                .toList();
    }

    @Test
    void of_many_who_ask_and_decide_at_once_one_asks_and_one_decides() throws Exception {
        UUID about = given();

        assertThat(atOnce(() -> ask(about, 3))).containsOnlyOnce("done");
        assertThat(atOnce(() -> decide(about, true, head))).containsOnlyOnce("done");

        assertThat(view(about).workingDays()).isEqualTo(13);
        assertThat(told(about)).hasSize(1);
        assertThat(signals()).containsExactly("EXTENSION_ASKED", "EXTENSION_APPROVED");
    }

    @Test
    void the_table_itself_has_no_room_for_a_second_one() {
        UUID about = given();
        ask(about, 3);
        decide(about, true, head);

        assertThatThrownBy(() -> jdbc.sql("""
                                insert into promise_extension (id, promise_id, working_days, reason, asked_by, asked_by_name, asked_at, state)
                                values (?, ?, 1, '再延', ?, '张三', now(), 'ASKED')""")
                        .params(Ids.next(), promises.of(answers, about).id(), Ids.next())
                        .update())
                .hasMessageContaining("promise_extension_once");
    }

    @Test
    void who_decides_counts_what_waits_without_what_they_asked_for_however_much_there_is() {
        for (int i = 0; i < 25; i++) {
            ask(given(), 1);
        }
        UUID another = given();
        inTransaction(() -> extensions.ask(answers, another, 1, "等待抵押物评估", head));

        assertThat(waitingFor(null)).isEqualTo(26);
        assertThat(waitingFor(officer)).isEqualTo(1);
        assertThat(waitingFor(head)).isEqualTo(25);
    }

    private long waitingFor(CurrentUser reader) {
        return board.list(
                        answers,
                        own,
                        new BoardFilter(
                                PromiseBoard.Standing.EXTENSION_ASKED,
                                null,
                                reader == null ? null : reader.accountId(),
                                null),
                        null,
                        new PageRequest(1, 1))
                .total();
    }

    @Test
    void what_is_out_of_reach_is_not_decided() {
        UUID about = given();
        ask(about, 3);
        UUID promise = view(about).id();

        refused(
                () -> inTransaction(() ->
                        extensions.decide(answers, DataScope.ofInstitution(Ids.next()), promise, true, null, head)),
                CommonProblem.NOT_FOUND);
        assertThat(view(about).extended()).isNull();
    }

    private List<String> atOnce(Runnable work) throws Exception {
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(() -> {
                try {
                    work.run();
                    return "done";
                } catch (ProblemException refused) {
                    return refused.code().toString();
                }
            });
        }
        List<String> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<String> one : pool.invokeAll(all)) {
                results.add(one.get());
            }
        }
        return results;
    }

    private static void refused(Runnable work, ProblemCode code) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private UUID given() {
        return given(clock.instant());
    }

    private UUID given(Instant at) {
        UUID id = Ids.next();
        inTransaction(() ->
                promises.give(new PromisedCase("ANSWER", "USUAL", id, "RZ" + id, "甲公司 云税贷", bank, "甲银行", null), at));
        return id;
    }

    private void ask(UUID about, int days) {
        inTransaction(() -> extensions.ask(answers, about, days, "等待抵押物评估", officer));
    }

    private PromiseExtensions.Decided decide(UUID about, boolean approved, CurrentUser by) {
        return transaction.execute(
                status -> extensions.decide(answers, own, view(about).id(), approved, approved ? null : "请抓紧", by));
    }

    private PromiseView view(UUID about) {
        return promises.of(answers, about);
    }

    private PromiseBoard.BoardRow row(PromiseBoard.Standing standing) {
        List<PromiseBoard.BoardRow> rows = board.list(
                        answers, own, BoardFilter.of(standing), null, new PageRequest(1, 10))
                .items();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<String> told(UUID about) {
        return jdbc.sql("select data::text from outbox where type = 'sample.AnswerExtended' and subject = ?")
                .param(about)
                .query(String.class)
                .list();
    }

    /** Who was answered what. */
    private List<String> answered() {
        return jdbc.sql("""
                        select concat_ws(' ', data #>> '{call,signal}', data #>> '{call,extension,askedBy}',
                            data #>> '{call,extension,workingDays}', coalesce(data #>> '{call,extension,words}', '-'))
                        from outbox where type = 'sample.AnswerCalled' and data #>> '{call,institutionId}' = ?
                          and data #> '{call,extension}' ->> 'askedBy' is not null order by seq""").param(bank.toString()).query(String.class).list();
    }

    private List<String> signals() {
        return jdbc.sql("""
                        select data #>> '{call,signal}' from outbox
                        where type = 'sample.AnswerCalled' and data #>> '{call,institutionId}' = ? order by seq""").param(bank.toString()).query(String.class).list();
    }

    private void forwardTo(String when) {
        clock.forward(Duration.between(clock.instant(), at(when)));
    }

    private static Instant at(String when) {
        return OffsetDateTime.parse(when).toInstant();
    }

    private void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
