package cn.zhengqi.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.promise.PromiseRung;
import cn.zhengqi.promise.sample.AnswerServiceApplication;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(classes = AnswerServiceApplication.class)
@Import(MovableClock.Configuration.class)
class PromiseSweepTest {

    @Autowired
    Promises promises;

    @Autowired
    PromiseSweep sweep;

    @Autowired
    PromiseBoard board;

    @Autowired
    PromiseTerms terms;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    PromiseKind answers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    MeterRegistry meters;

    private final UUID bank = Ids.next();

    @AfterEach
    void backToNow() {
        jdbc.sql("delete from holiday_year").update();
        clock.reset();
    }

    @Test
    void copies_that_sweep_at_once_tell_each_promise_once() throws Exception {
        Instant longAgo = longAgo();
        for (int i = 0; i < 300; i++) {
            given(longAgo);
        }

        List<Callable<Integer>> copies = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            copies.add(sweep::run);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> copy : pool.invokeAll(copies)) {
                copy.get();
            }
        }
        sweep.run();

        assertThat(signals())
                .containsExactlyInAnyOrderEntriesOf(Map.of("BROKEN 0", 300, "ESCALATED 1", 300, "ESCALATED 2", 300));
    }

    @Test
    void what_could_not_be_told_is_told_once_it_can_be() {
        given(longAgo());
        jdbc.sql("alter table outbox add constraint broken check (type <> 'sample.AnswerCalled') not valid")
                .update();
        try {
            sweep.run();
        } finally {
            jdbc.sql("alter table outbox drop constraint broken").update();
        }
        assertThat(signals()).isEmpty();

        clock.forward(PromiseSweep.ASIDE);
        sweep.run();

        assertThat(signals()).hasSize(3);
    }

    @Test
    void a_promise_that_cannot_be_judged_is_set_aside_is_counted_and_holds_up_no_other() {
        Instant longAgo = longAgo();
        UUID bad = given("BAD", longAgo.minus(Duration.ofDays(1)));
        given(longAgo);
        AnswerServiceApplication.BAD.add("BAD" + bad);
        try {
            sweep.run();
            sweep.run();

            assertThat(signals())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("BROKEN 0", 1, "ESCALATED 1", 1, "ESCALATED 2", 1));
            assertThat(meters.get("zhengqi.promise.set.aside").gauge().value()).isEqualTo(1);
        } finally {
            AnswerServiceApplication.BAD.remove("BAD" + bad);
        }

        clock.forward(PromiseSweep.ASIDE);
        sweep.run();

        assertThat(signals()).containsEntry("BROKEN 0", 2);
        assertThat(meters.get("zhengqi.promise.set.aside").gauge().value()).isZero();
        assertThat(promises.of(answers, bad).broken()).isTrue();
    }

    @Test
    void one_whose_row_cannot_be_read_holds_up_no_other_either() {
        Instant longAgo = longAgo();
        UUID unreadable = given(longAgo.minus(Duration.ofDays(1)));
        given(longAgo);
        jdbc.sql("update promise set escalate_at = array[null]::timestamptz[] where case_id = ?")
                .param(unreadable)
                .update();

        sweep.run();

        assertThat(signals()).containsEntry("BROKEN 0", 1);
        jdbc.sql("delete from promise where case_id = ?").param(unreadable).update();
    }

    @Test
    void a_promise_whose_case_is_gone_is_dropped_and_holds_up_no_other() {
        Instant longAgo = longAgo();
        UUID gone = given(AnswerServiceApplication.GONE, longAgo);
        given(longAgo);

        sweep.run();

        assertThat(signals()).containsOnlyKeys("BROKEN 0", "ESCALATED 1", "ESCALATED 2");
        assertThat(jdbc.sql("select state from promise where case_id = ?")
                        .param(gone)
                        .query(String.class)
                        .single())
                .isEqualTo("DROPPED");
    }

    @Test
    void nobody_is_told_of_what_stands_still_or_was_answered() {
        Instant at = longAgo();
        UUID waiting = given(at);
        UUID answered = given(at);
        inTransaction(() -> promises.pause(answers, waiting, at.plus(Duration.ofHours(1))));
        inTransaction(() -> promises.answered(answers, answered, at.plus(Duration.ofDays(1))));

        sweep.run();

        assertThat(signals()).isEmpty();
    }

    @Test
    void a_calendar_that_arrives_gives_open_promises_their_dates() {
        LocalDate today = BusinessTime.today(clock);
        int missing = today.getYear();
        while (calendars.now().knows(missing)) {
            missing++;
        }
        Instant eve = BusinessTime.startOf(LocalDate.of(missing - 1, 12, 31)).plus(Duration.ofHours(10));
        clock.forward(Duration.between(clock.instant(), eve));
        UUID late = given(eve);
        sweep.run();
        assertThat(promises.of(answers, late).note()).startsWith(missing + " 年放假安排尚未公布");
        assertThat(board.summary(answers, DataScope.ofInstitution(bank)).all().undated())
                .isEqualTo(1);
        assertThat(board.summary(answers, DataScope.ofInstitution(bank)).missingYear())
                .isEqualTo(missing);

        calendars.arrange(withoutHolidays(missing, "测试〔1〕号", 1), eve);
        sweep.run();

        assertThat(promises.of(answers, late).dueOn()).hasYear(missing);
        assertThat(jdbc.sql("select next_at is not null from promise where case_id = ?")
                        .param(late)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void what_was_in_hand_while_the_others_were_reckoned_anew_is_not_told_broken_by_the_dates_of_before() {
        UUID late = given(inFarYear(20));
        LocalDate before = promises.of(answers, late).dueOn();
        offAround(before);
        forwardTo(before.plusDays(1));

        // As the sweep goes on when another transaction had the row while it reckoned.
        sweep.callSome();

        assertThat(signals()).doesNotContainKey("BROKEN 0");
        LocalDate now = promises.of(answers, late).dueOn();
        assertThat(now).isAfter(before.plusDays(7));

        forwardTo(now.plusDays(1));
        sweep.run();
        assertThat(signals()).containsEntry("BROKEN 0", 1);
    }

    @Test
    void whoever_was_told_of_a_breach_hears_that_the_calendar_moved_the_date_and_of_the_real_breach_again() {
        UUID about = given(inFarYear(25));
        LocalDate before = promises.of(answers, about).dueOn();
        forwardTo(before.plusDays(1));
        sweep.run();
        assertThat(signals()).containsOnlyKeys("BROKEN 0");

        offAround(before);
        sweep.run();
        sweep.run();

        LocalDate moved = promises.of(answers, about).dueOn();
        assertThat(moved).isAfter(before.plusDays(7));
        assertThat(promises.of(answers, about).broken()).isFalse();
        assertThat(signals()).containsEntry("MOVED 0", 1).containsEntry("BROKEN 0", 1);

        forwardTo(moved.plusDays(1));
        sweep.run();
        sweep.run();
        assertThat(signals())
                .as("the breach is one of another date; nobody is warned of what was told broken before")
                .doesNotContainKey("WARNED 0")
                .containsEntry("BROKEN 0", 2)
                .containsEntry("MOVED 0", 1);
    }

    @Test
    void what_was_told_broken_before_though_its_date_is_ahead_is_set_right_once() throws IOException {
        UUID about = given(inFarYear(35));
        jdbc.sql("update promise set told = 2, next_at = escalate_at[1] where case_id = ?")
                .param(about)
                .update();

        jdbc.sql(new ClassPathResource("db/promise/V0_29__a_date_that_is_ahead_is_not_broken.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();
        sweep.run();

        assertThat(signals()).containsOnlyKeys("MOVED 0");
        forwardTo(promises.of(answers, about).dueOn().plusDays(1));
        sweep.run();
        assertThat(signals()).containsEntry("BROKEN 0", 1);
    }

    @Test
    void a_date_that_a_calendar_moves_and_that_is_over_all_the_same_is_told_once() {
        UUID about = given(inFarYear(27));
        LocalDate before = promises.of(answers, about).dueOn();
        forwardTo(before.plusDays(30));
        sweep.run();

        offAround(before);
        sweep.run();

        assertThat(promises.of(answers, about).broken()).isTrue();
        assertThat(signals()).containsEntry("BROKEN 0", 1).doesNotContainKey("MOVED 0");
    }

    @Test
    void what_stands_still_and_was_broken_by_a_date_of_before_is_broken_again_when_it_runs() {
        UUID about = given(inFarYear(29));
        LocalDate before = promises.of(answers, about).dueOn();
        forwardTo(before.plusDays(1));
        sweep.run();
        inTransaction(() -> promises.pause(answers, about, clock.instant()));

        offAround(before);
        sweep.run();
        assertThat(promises.of(answers, about).broken()).isFalse();
        assertThat(signals()).containsEntry("MOVED 0", 1);

        inTransaction(() -> promises.resume(answers, about, clock.instant()));
        forwardTo(promises.of(answers, about).dueOn().plusDays(1));
        sweep.run();
        assertThat(signals()).containsEntry("BROKEN 0", 2);
    }

    @Test
    void dates_in_a_year_that_is_taken_back_wait_for_another_arrangement() {
        Instant begin = inFarYear(33);
        UUID about = given(begin);
        HolidayYear year = withoutHolidays(BusinessTime.dayOf(begin).getYear(), "一", 2);
        LocalDate before = promises.of(answers, about).dueOn();

        assertThat(calendars.withdraw(year, clock.instant())).isTrue();
        sweep.run();
        assertThat(promises.of(answers, about).dueOn()).isNull();
        assertThat(calendars.now().knows(year.year())).isFalse();
        assertThat(calendars.arrange(year, clock.instant()))
                .as("what is heard late changes nothing")
                .isFalse();

        calendars.arrange(withoutHolidays(year.year(), "一", 3), clock.instant());
        sweep.run();
        assertThat(promises.of(answers, about).dueOn()).isEqualTo(before);
    }

    @Test
    void a_year_that_a_release_ships_is_taken_back_too_and_can_be_arranged_anew() {
        HolidayYear shipped = ShippedHolidays.YEARS.getLast();
        HolidayYear back = new HolidayYear(shipped.year(), shipped.document(), shipped.off(), shipped.work(), 1);

        assertThat(calendars.withdraw(back, clock.instant())).isTrue();
        assertThat(calendars.years()).extracting(HolidayYear::year).doesNotContain(shipped.year());

        HolidayYear anew = new HolidayYear(
                shipped.year(),
                shipped.document(),
                shipped.off(),
                shipped.work(),
                calendars.version(shipped.year()) + 1);
        assertThat(calendars.arrange(anew, clock.instant())).isTrue();
        assertThat(calendars.years()).contains(anew);
    }

    @Test
    void before_the_calendar_is_changed_it_can_be_asked_how_many_open_cases_that_would_move() {
        Instant begin = inFarYear(31);
        UUID moved = given(begin);
        UUID answered = given(begin);
        given(begin.plus(Duration.ofDays(100)));
        inTransaction(() -> promises.answered(answers, answered, begin.plus(Duration.ofDays(1))));
        LocalDate due = promises.of(answers, moved).dueOn();
        List<LocalDate> week = due.minusDays(3).datesUntil(due.plusDays(8)).toList();
        MovedPromisesEndpoint asked = new MovedPromisesEndpoint(promises);

        assertThat(asked.moved(new MovedPromises.Arrangement(due.getYear(), week, List.of()))
                        .count())
                .isEqualTo(1);
        assertThat(asked.moved(new MovedPromises.Arrangement(due.getYear(), List.of(), List.of()))
                        .count())
                .isZero();
        assertThat(promises.of(answers, moved).dueOn())
                .as("nothing was changed by the question")
                .isEqualTo(due);
    }

    @Test
    void whoever_was_called_hears_that_the_case_is_over_and_nobody_else_does() {
        UUID late = given(longAgo());
        UUID inTime = given(clock.instant());
        sweep.run();

        inTransaction(() -> promises.answered(answers, late, clock.instant()));
        inTransaction(() -> promises.drop(answers, late, clock.instant()));
        inTransaction(() -> promises.answered(answers, inTime, clock.instant()));
        assertThat(signals()).containsEntry("ENDED 0", 1);

        UUID urged = given(clock.instant());
        board.urge(
                answers,
                DataScope.ofInstitution(bank),
                promises.of(answers, urged).id(),
                "王主任");
        inTransaction(() -> promises.drop(answers, urged, clock.instant()));
        assertThat(signals()).containsEntry("ENDED 0", 2);
    }

    /** A year of which nothing but its working week is arranged, so that dates can be moved. */
    private Instant inFarYear(int ahead) {
        int year = BusinessTime.today(clock).getYear() + ahead;
        calendars.arrange(withoutHolidays(year, "一", 1), clock.instant());
        calendars.arrange(withoutHolidays(year + 1, "一", 1), clock.instant());
        Instant begin = BusinessTime.startOf(LocalDate.of(year, 3, 1)).plus(Duration.ofHours(10));
        clock.forward(Duration.between(clock.instant(), begin));
        return begin;
    }

    private static HolidayYear withoutHolidays(int year, String document, int edition) {
        return new HolidayYear(year, document, new TreeSet<>(), new TreeSet<>(), edition);
    }

    private void offAround(LocalDate day) {
        TreeSet<LocalDate> off =
                new TreeSet<>(day.minusDays(3).datesUntil(day.plusDays(8)).toList());
        calendars.arrange(new HolidayYear(day.getYear(), "二", off, new TreeSet<>(), 2), clock.instant());
    }

    private void forwardTo(LocalDate day) {
        clock.forward(Duration.between(clock.instant(), BusinessTime.startOf(day)));
    }

    @Test
    void an_older_arrangement_of_a_year_does_not_replace_a_newer_one() {
        HolidayYear newer = withoutHolidays(2040, "二", 2);
        HolidayYear older = withoutHolidays(2040, "一", 1);

        assertThat(calendars.arrange(newer, clock.instant())).isTrue();
        assertThat(calendars.arrange(older, clock.instant())).isFalse();

        assertThat(calendars.years().getLast()).isEqualTo(newer);
    }

    @Test
    void a_supervisor_sees_what_is_overdue_and_urges_once() {
        UUID overdue = given(longAgo());
        given(clock.instant());
        DataScope own = DataScope.ofInstitution(bank);
        sweep.run();

        assertThat(board.summary(answers, own).all().overdue()).isEqualTo(1);
        List<PromiseBoard.BoardRow> rows = board.list(
                        answers, own, BoardFilter.of(PromiseBoard.Standing.OVERDUE), null, new PageRequest(1, 10))
                .items();
        assertThat(rows).extracting(PromiseBoard.BoardRow::caseId).containsExactly(overdue);
        assertThat(rows.getFirst().promise().broken()).isTrue();

        UUID id = rows.getFirst().id();
        assertThat(board.urge(answers, own, id, "王主任").id()).isEqualTo(overdue);
        assertThatThrownBy(() -> board.urge(answers, own, id, "王主任"))
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.code()).isEqualTo(PromiseProblem.URGED_ALREADY));
        clock.forward(PromiseBoard.URGE_PAUSE);
        board.urge(answers, own, id, "王主任");

        assertThat(signals()).containsEntry("URGED 0", 2);
    }

    @Test
    void what_lies_at_a_branch_is_on_its_board_and_on_that_of_its_institution_with_which_it_counts() {
        PromiseBranch branch = new PromiseBranch(Ids.next(), "城南支行");
        UUID there = given(longAgo());
        UUID here = given(longAgo());
        inTransaction(() -> promises.liesAt(answers, there, branch, null));
        sweep.run();
        DataScope ofBranch = DataScope.ofInstitution(branch.id());
        DataScope ofBank = DataScope.ofInstitution(bank);

        assertThat(onBoard(ofBranch)).containsExactly("城南支行");
        assertThat(board.summary(answers, ofBranch).institutions())
                .extracting(
                        PromiseBoard.InstitutionFigures::institutionId,
                        it -> it.figures().overdue())
                .containsExactly(tuple(bank, 1L));
        assertThat(onBoard(ofBank)).containsExactlyInAnyOrder("城南支行", null);
        assertThat(board.summary(answers, ofBank).institutions())
                .extracting(
                        PromiseBoard.InstitutionFigures::institutionId,
                        it -> it.figures().overdue())
                .containsExactly(tuple(bank, 2L));
        assertThat(onBoard(DataScope.all()))
                .as("how a bank divides its work is its own")
                .containsOnlyNulls();
        UUID other = promises.of(answers, here).id();
        assertThatThrownBy(() -> board.urge(answers, ofBranch, other, "王主任")).hasMessageContaining("没有该事项");
        board.urge(answers, ofBranch, promises.of(answers, there).id(), "王主任");
        assertThat(branchesCalled(there)).hasSize(4).containsOnly(branch.id());

        inTransaction(() -> promises.liesAt(answers, there, null, null));

        assertThat(onBoard(ofBranch)).isEmpty();
    }

    private List<String> onBoard(DataScope scope) {
        return board
                .list(answers, scope, BoardFilter.of(PromiseBoard.Standing.OPEN), null, new PageRequest(1, 10))
                .items()
                .stream()
                .map(PromiseBoard.BoardRow::branchName)
                .toList();
    }

    private List<UUID> branchesCalled(UUID about) {
        return jdbc.sql("""
                        select (data #>> '{call,branchId}')::uuid from outbox
                        where type = 'sample.AnswerCalled' and data #>> '{call,caseId}' = ?""").param(about.toString()).query(UUID.class).list();
    }

    @Test
    void what_is_out_of_reach_is_neither_seen_nor_urged() {
        UUID overdue = given(longAgo());
        DataScope another = DataScope.ofInstitution(Ids.next());

        assertThat(board.summary(answers, another).all().open()).isZero();
        UUID id = promises.of(answers, overdue).id();
        assertThatThrownBy(() -> board.urge(answers, another, id, "王主任"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("没有该事项");
    }

    @Test
    void a_changed_term_holds_for_what_is_promised_from_then_on() {
        UUID before = given(clock.instant());
        PromiseTerms.TermRow row = terms.of(answers, "USUAL");
        assertThat(row.escalateTo())
                .as("where nothing is said of it, everybody is told at each step")
                .containsExactly(PromiseRung.OPERATORS, PromiseRung.OPERATORS);
        PromisedTerm shorter = new PromisedTerm(5, row.warnAfter(), List.of(2), List.of(PromiseRung.OVERSEERS));

        PromiseTerms.TermRow changed = terms.change(answers, "USUAL", shorter, row.version());
        try {
            UUID after = given(clock.instant());

            assertThat(promises.of(answers, before).workingDays()).isEqualTo(10);
            assertThat(promises.of(answers, after).workingDays()).isEqualTo(5);
            assertThat(changed.term()).isEqualTo(shorter);
            assertThat(jdbc.sql("select escalate_to::text from promise where case_id = ?")
                            .param(after)
                            .query(String.class)
                            .single())
                    .isEqualTo("{OVERSEERS}");
            assertThatThrownBy(() -> terms.change(answers, "USUAL", shorter, row.version()))
                    .isInstanceOf(ProblemException.class);
        } finally {
            terms.change(answers, "USUAL", row.term(), changed.version());
        }
    }

    /** What was promised then is overdue. */
    private Instant longAgo() {
        return clock.instant().minus(Duration.ofDays(60));
    }

    private UUID given(Instant at) {
        return given("RZ", at);
    }

    private UUID given(String prefix, Instant at) {
        UUID id = Ids.next();
        inTransaction(() ->
                promises.give(new PromisedCase("ANSWER", "USUAL", id, prefix + id, "甲公司 云税贷", bank, "甲银行", null), at));
        return id;
    }

    private void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** What was told of the promises of this test's bank. */
    private Map<String, Integer> signals() {
        return jdbc
                .sql("""
                        select data #>> '{call,signal}' || ' ' || (data #>> '{call,level}') as signal, count(*) as times
                        from outbox where type = 'sample.AnswerCalled' and data #>> '{call,institutionId}' = ? group by 1""")
                .param(bank.toString())
                .query((row, number) -> Map.entry(row.getString("signal"), row.getInt("times")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
