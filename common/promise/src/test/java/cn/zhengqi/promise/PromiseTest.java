package cn.zhengqi.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.kernel.promise.PromiseRung;
import cn.zhengqi.kernel.promise.PromiseSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromiseTest {

    private static final Reckoning SHIPPED = new Reckoning(WorkCalendar.shipped(), WorkingHours.USUAL);
    private static final PromisedTerm TEN = term(10, 1, 3);
    private static final PromisedCase CASE =
            new PromisedCase("ANSWER", "USUAL", Ids.next(), "RZ1", "甲公司 云税贷", Ids.next(), "甲银行", null);

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:00, 2026-12-11", // Friday: counted from Monday
        "2026-11-27T17:29, 2026-12-11",
        "2026-11-27T17:30, 2026-12-11", // after people went home: Monday is the first, too
        "2026-11-28T12:00, 2026-12-11", // Saturday
        "2026-11-29T23:59, 2026-12-11", // Sunday
        "2026-11-30T00:01, 2026-12-14",
        "2026-10-03T10:00, 2026-10-20", // within the National Day
        "2026-10-10T10:00, 2026-10-23", // a Saturday that is worked: no day off
        "2026-09-30T10:00, 2026-10-20", // over the National Day
        "2026-02-12T10:00, 2026-03-04"
    })
    void it_is_due_when_people_go_home_on_the_tenth_working_day_after_it_was_received(
            LocalDateTime given, LocalDate due) {
        Promise promise = given(given);

        assertThat(promise.deadlines().dueAt()).isEqualTo(at(due.atTime(17, 30)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:00, 10", // the day itself is not counted
        "2026-11-28T12:00, 10",
        "2026-11-30T00:01, 9",
        "2026-11-30T17:29, 9",
        "2026-11-30T17:30, 9", // nobody has a day less because people went home
        "2026-12-05T12:00, 5",
        "2026-12-10T09:00, 1",
        "2026-12-10T20:00, 1",
        "2026-12-11T09:00, 0",
        "2026-12-11T17:30, 0"
    })
    void what_is_left_are_the_working_days_after_today_up_to_the_date(LocalDateTime now, int left) {
        assertThat(given(LocalDateTime.parse("2026-11-27T10:00"))
                        .view(at(now), SHIPPED)
                        .remainingWorkingDays())
                .isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T12:01, 3",
        "2026-11-29T20:00, 3",
        "2026-11-30T09:00, 2", // Monday is the first of the three
        "2026-11-30T17:30, 2",
        "2026-12-01T17:29, 1",
        "2026-12-02T09:00, 0"
    })
    void what_comes_on_a_day_off_has_all_its_working_days_from_the_first_on(LocalDateTime now, int left) {
        Promise promise = Promise.given(CASE, term(3, 1), at(LocalDateTime.parse("2026-11-28T12:00")), SHIPPED);

        PromiseView view = promise.view(at(now), SHIPPED);
        assertThat(view.remainingWorkingDays()).isEqualTo(left);
        assertThat(view.dueOn()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(view.broken()).isFalse();
    }

    /** Lists stand in the order of the dates, and what is left goes with them. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30T09:30", "2026-11-30T17:29", "2026-11-30T17:30", "2026-11-30T23:00"})
    void what_was_handed_in_today_is_counted_as_what_was_handed_in_before(LocalDateTime now) {
        assertThat(leftAt(now, given(LocalDateTime.parse("2026-11-27T10:00")))).isEqualTo(9);
        assertThat(leftAt(now, given(LocalDateTime.parse("2026-11-30T09:00")))).isEqualTo(10);
        Promise threeDays = Promise.given(CASE, term(3, 1), at(LocalDateTime.parse("2026-11-26T10:00")), SHIPPED);
        assertThat(threeDays.view(at(now), SHIPPED).dueOn()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(leftAt(now, threeDays)).isEqualTo(1);
    }

    @Test
    void cases_due_on_one_day_have_as_many_days_left_whatever_they_went_through() {
        Promise straight = given(LocalDateTime.parse("2026-12-03T10:00"));
        Promise stoodStill = given(LocalDateTime.parse("2026-11-27T10:00"))
                .paused(at(LocalDateTime.parse("2026-12-02T15:00")), SHIPPED)
                .resumed(at(LocalDateTime.parse("2026-12-07T11:00")), SHIPPED);
        assertThat(due(stoodStill)).isEqualTo(due(straight));

        LocalDateTime now = LocalDateTime.parse("2026-12-07T12:00");
        assertThat(leftAt(now, stoodStill)).isEqualTo(leftAt(now, straight)).isEqualTo(8);
    }

    private static Integer leftAt(LocalDateTime now, Promise promise) {
        Integer left = promise.view(at(now), SHIPPED).remainingWorkingDays();
        assertThat(left).isNotNull();
        return left;
    }

    @Test
    void what_was_given_while_days_were_counted_otherwise_is_counted_as_all_are() {
        Promise asBefore = promiseReckonedBy(WorkCalendar.shipped().version());

        assertThat(asBefore.upToDate(SHIPPED).deadlines().dueAt())
                .isEqualTo(at(LocalDateTime.parse("2026-12-11T17:30")));
    }

    private static Promise promiseReckonedBy(long version) {
        Promise it = given(LocalDateTime.parse("2026-11-28T12:00"));
        return new Promise(
                it.id(),
                it.about(),
                it.term(),
                null,
                it.state(),
                it.spans(),
                null,
                new Deadlines(null, at(LocalDateTime.parse("2026-12-14T17:30")), List.of()),
                0,
                version,
                null);
    }

    @Test
    void it_is_broken_a_moment_after_the_date_and_not_before() {
        Promise promise = given(LocalDateTime.parse("2026-11-27T10:00"));
        Instant due = at(LocalDateTime.parse("2026-12-11T17:30"));

        assertThat(promise.view(due, SHIPPED).broken()).isFalse();
        PromiseView after = promise.view(due.plusMillis(1), SHIPPED);
        assertThat(after.broken()).isTrue();
        assertThat(after.overdueWorkingDays()).isZero();
        assertThat(promise.view(at(LocalDateTime.parse("2026-12-15T18:00")), SHIPPED)
                        .overdueWorkingDays())
                .isEqualTo(2);
    }

    @Test
    void while_the_applicant_supplements_time_stands_still() {
        Promise promise = given(LocalDateTime.parse("2026-11-27T10:00"));

        Promise paused = promise.paused(at(LocalDateTime.parse("2026-12-02T15:00")), SHIPPED);
        PromiseView later = paused.view(at(LocalDateTime.parse("2026-12-20T10:00")), SHIPPED);
        assertThat(later.pausedSince()).isEqualTo(OffsetDateTime.parse("2026-12-02T15:00+08:00"));
        assertThat(promise.view(at(LocalDateTime.parse("2026-12-20T10:00")), SHIPPED)
                        .pausedSince())
                .isNull();
        assertThat(later.dueOn()).isNull();
        assertThat(later.remainingWorkingDays()).isEqualTo(8);
        assertThat(later.broken()).isFalse();
        assertThat(paused.nextAt()).isNull();

        Promise resumed = paused.resumed(at(LocalDateTime.parse("2026-12-07T11:00")), SHIPPED);
        assertThat(resumed.deadlines().dueAt()).isEqualTo(at(LocalDateTime.parse("2026-12-17T17:30")));
    }

    @Test
    void what_is_broken_stays_so_and_is_told_on_also_while_the_applicant_supplements() {
        Promise broken = given(LocalDateTime.parse("2026-11-27T10:00"))
                .look(at(LocalDateTime.parse("2026-12-11T17:30")))
                .promise();

        Promise paused = broken.paused(at(LocalDateTime.parse("2026-12-14T09:00")), SHIPPED);

        assertThat(paused.waitedFor()).isTrue();
        assertThat(paused.view(at(LocalDateTime.parse("2026-12-20T10:00")), SHIPPED)
                        .broken())
                .isTrue();
        assertThat(paused.look(at(LocalDateTime.parse("2026-12-20T10:00"))).calls())
                .extracting(call -> call.signal() + " " + call.level() + " " + time(call.at()))
                .containsExactly("ESCALATED 1 2026-12-14T17:30", "ESCALATED 2 2026-12-16T17:30");
    }

    @Test
    void what_was_paused_at_the_last_moment_is_not_broken_by_the_time_that_goes_by() {
        Promise paused = given(LocalDateTime.parse("2026-11-27T10:00"))
                .paused(at(LocalDateTime.parse("2026-12-11T17:30")), SHIPPED);

        assertThat(paused.waitedFor()).isFalse();
        assertThat(paused.nextAt()).isNull();
        assertThat(paused.view(at(LocalDateTime.parse("2026-12-20T10:00")), SHIPPED)
                        .broken())
                .isFalse();
    }

    @Test
    void what_was_answered_keeps_its_date_and_whether_it_was_kept() {
        Promise promise = given(LocalDateTime.parse("2026-11-27T10:00"));

        PromiseView kept = promise.answered(at(LocalDateTime.parse("2026-12-04T10:00")), SHIPPED)
                .view(at(LocalDateTime.parse("2026-12-31T10:00")), SHIPPED);
        PromiseView late = promise.answered(at(LocalDateTime.parse("2026-12-15T10:00")), SHIPPED)
                .view(at(LocalDateTime.parse("2026-12-31T10:00")), SHIPPED);

        assertThat(kept.state()).isEqualTo(PromiseState.ANSWERED);
        assertThat(kept.dueOn()).isEqualTo(LocalDate.of(2026, 12, 11));
        assertThat(kept.broken()).isFalse();
        assertThat(kept.remainingWorkingDays()).isNull();
        assertThat(late.broken()).isTrue();
        assertThat(late.overdueWorkingDays()).isEqualTo(1);
    }

    @Test
    void a_date_in_a_year_without_calendar_is_said_to_be_unknown_and_found_once_there_is_one() {
        Promise promise = given(LocalDateTime.parse("2026-12-21T10:00"));

        PromiseView view = promise.view(at(LocalDateTime.parse("2026-12-22T10:00")), SHIPPED);
        assertThat(view.dueOn()).isNull();
        assertThat(view.remainingWorkingDays()).isNull();
        assertThat(view.note()).isEqualTo("2027 年放假安排尚未公布，到期日待公布后确定");
        assertThat(promise.nextAt()).isNull();
        assertThat(promise.look(at(LocalDateTime.parse("2027-03-01T10:00"))).calls())
                .isEmpty();

        List<HolidayYear> years = new ArrayList<>(ShippedHolidays.YEARS);
        years.add(new HolidayYear(
                2027, "国办发明电〔2026〕1号", new TreeSet<>(List.of(LocalDate.of(2027, 1, 1))), new TreeSet<>(), 1));
        Reckoning known = new Reckoning(new WorkCalendar(years), WorkingHours.USUAL);
        assertThat(promise.view(at(LocalDateTime.parse("2026-12-22T10:00")), known)
                        .dueOn())
                .isEqualTo(LocalDate.of(2027, 1, 5));
    }

    @Test
    void it_warns_breaks_and_escalates_each_once_whenever_it_is_looked_at() {
        Promise promise = given(LocalDateTime.parse("2026-11-27T10:00"));
        List<String> signals = new ArrayList<>();

        Instant end = at(LocalDateTime.parse("2026-12-31T10:00"));
        for (Instant now = at(LocalDateTime.parse("2026-11-27T10:00"));
                now.isBefore(end);
                now = now.plus(Duration.ofMinutes(30))) {
            Promise.Looked looked = promise.look(now);
            looked.calls().forEach(call -> signals.add(call.signal() + " " + call.level() + " " + time(call.at())));
            promise = looked.promise();
        }

        assertThat(signals)
                .containsExactly(
                        "WARNED 0 2026-12-10T09:00",
                        "BROKEN 0 2026-12-11T17:30",
                        "ESCALATED 1 2026-12-14T17:30",
                        "ESCALATED 2 2026-12-16T17:30");
    }

    @Test
    void each_step_says_how_far_up_it_goes_and_what_is_not_above_the_handlers_says_nothing() {
        Promise late = Promise.given(
                        CASE,
                        chain(List.of(1, 3, 5), PromiseRung.HEADS, PromiseRung.OVERSEERS, PromiseRung.OPERATORS),
                        at(LocalDateTime.parse("2026-11-27T10:00")),
                        SHIPPED)
                .look(at(LocalDateTime.parse("2026-12-10T10:00")))
                .promise();

        Promise.Looked looked = late.look(at(LocalDateTime.parse("2026-12-30T10:00")));

        assertThat(looked.calls())
                .extracting(call -> call.signal() + " " + call.level() + " " + call.rung())
                .containsExactly(
                        "BROKEN 0 null", "ESCALATED 1 HEADS", "ESCALATED 2 OVERSEERS", "ESCALATED 3 OPERATORS");
        assertThat(looked.promise()
                        .urgedBy("王主任", at(LocalDateTime.parse("2026-12-30T11:00")))
                        .rung())
                .isNull();
    }

    @Test
    void a_chain_says_of_each_step_how_far_it_goes_and_never_goes_down() {
        assertThat(chain(List.of(1, 2), PromiseRung.OVERSEERS, PromiseRung.OVERSEERS)
                        .within(4))
                .isEqualTo(new PromisedTerm(
                        4,
                        new BigDecimal("0.8"),
                        List.of(1, 2),
                        List.of(PromiseRung.OVERSEERS, PromiseRung.OVERSEERS)));
        assertThatThrownBy(() -> chain(List.of(1, 2), PromiseRung.OVERSEERS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chain(List.of(1, 2), PromiseRung.OPERATORS, PromiseRung.HEADS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PromisedTerm chain(List<Integer> escalateAfter, PromiseRung... escalateTo) {
        return new PromisedTerm(10, new BigDecimal("0.8"), escalateAfter, List.of(escalateTo));
    }

    @Test
    void who_looks_late_does_not_warn_of_what_is_broken() {
        Promise.Looked looked =
                given(LocalDateTime.parse("2026-11-27T10:00")).look(at(LocalDateTime.parse("2026-12-30T10:00")));

        assertThat(looked.calls())
                .extracting(PromiseCall::signal)
                .containsExactly(PromiseSignal.BROKEN, PromiseSignal.ESCALATED, PromiseSignal.ESCALATED);
        assertThat(looked.promise().nextAt()).isNull();
        assertThat(looked.promise()
                        .look(at(LocalDateTime.parse("2026-12-31T10:00")))
                        .calls())
                .isEmpty();
    }

    @Test
    void what_a_change_of_the_calendar_breaks_again_is_told_as_of_the_change_and_what_comes_in_its_time_as_of_that() {
        Reckoning off = offOn(LocalDate.of(2026, 12, 11), 2);
        Reckoning worked = offOn(LocalDate.of(2026, 12, 19), 3);
        Promise broken = given(LocalDateTime.parse("2026-11-27T10:00"))
                .look(at(LocalDateTime.parse("2026-12-12T10:00")))
                .promise();

        Promise.Looked moved = broken.follow(off, at(LocalDateTime.parse("2026-12-12T16:47")));
        Promise.Looked again = moved.promise().follow(worked, at(LocalDateTime.parse("2026-12-12T16:48")));
        Promise.Looked later = again.promise().follow(worked, at(LocalDateTime.parse("2026-12-14T18:00")));

        assertThat(moved.calls()).extracting(PromiseCall::signal).containsExactly(PromiseSignal.MOVED);
        assertThat(again.calls())
                .extracting(call -> call.signal() + " " + time(call.at()) + ", due " + time(call.dueAt()))
                .containsExactly("BROKEN 2026-12-12T16:48, due 2026-12-11T17:30");
        assertThat(later.calls())
                .extracting(call -> call.signal() + " " + time(call.at()))
                .containsExactly("ESCALATED 2026-12-14T17:30");
    }

    private static Reckoning offOn(LocalDate day, int edition) {
        return new Reckoning(
                new WorkCalendar(List.of(new HolidayYear(
                        2026, "国办发明电〔2025〕" + edition + "号", new TreeSet<>(List.of(day)), new TreeSet<>(), edition))),
                WorkingHours.USUAL);
    }

    /** However often it is paused, an answer takes as many working days that ended while it ran as were promised. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void in_any_calendar_the_time_that_ran_is_the_time_that_was_promised(long seed) {
        Random dice = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Reckoning by = new Reckoning(RandomCalendar.of(dice, 2030, 4), WorkingHours.USUAL);
            int days = 1 + dice.nextInt(30);
            Instant now = at(LocalDateTime.of(2030, 1, 1, 0, 0)).plus(minutes(dice, 365));
            Promise promise = Promise.given(CASE, term(days, 1), now, by);
            int pauses = dice.nextInt(4);
            for (int i = 0; i < pauses && promise.deadlines().dueAt() != null; i++) {
                now = now.plus(minutes(dice, 6));
                if (now.isAfter(promise.deadlines().dueAt())) {
                    break;
                }
                promise = promise.paused(now, by);
                now = now.plus(minutes(dice, 20));
                promise = promise.resumed(now, by);
            }
            Instant due = promise.deadlines().dueAt();
            assertThat(due).as("seed %s round %s", seed, round).isNotNull();
            int ended = 0;
            for (Promise.Span span : promise.spans()) {
                ended +=
                        by.ran(span.from(), span.to() == null ? due : span.to()).orElseThrow();
            }
            assertThat(ended).as("seed %s round %s", seed, round).isEqualTo(days);
            assertThat(by.calendar().isWorkday(BusinessTime.dayOf(due))).contains(true);
            assertThat(promise.view(due, by).broken()).isFalse();
            assertThat(promise.view(due.plusMillis(1), by).broken()).isTrue();
            assertThat(promise.deadlines().warnAt()).isBefore(due);
        }
    }

    /** The later it comes, the later it is due; a longer term is due later; pausing never makes it due earlier. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void in_any_calendar_later_is_never_sooner(long seed) {
        Random dice = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Reckoning by = new Reckoning(RandomCalendar.of(dice, 2030, 3), WorkingHours.USUAL);
            int days = 1 + dice.nextInt(30);
            Instant given = at(LocalDateTime.of(2030, 1, 1, 0, 0)).plus(minutes(dice, 300));
            Instant due = due(Promise.given(CASE, term(days, 1), given, by));

            assertThat(due(Promise.given(CASE, term(days, 1), given.plus(minutes(dice, 10)), by)))
                    .isAfterOrEqualTo(due);
            assertThat(due(Promise.given(CASE, term(days + 1, 1), given, by))).isAfter(due);
            Promise interrupted = Promise.given(CASE, term(days, 1), given, by)
                    .paused(given.plus(Duration.ofMinutes(5)), by)
                    .resumed(given.plus(Duration.ofMinutes(10)).plus(minutes(dice, 10)), by);
            assertThat(due(interrupted)).isAfterOrEqualTo(due);
        }
    }

    private static Instant due(Promise promise) {
        Instant due = promise.deadlines().dueAt();
        assertThat(due).isNotNull();
        return due;
    }

    private static Duration minutes(Random dice, int mostDays) {
        return Duration.ofMinutes(1 + dice.nextInt(mostDays * 24 * 60));
    }

    private static PromisedTerm term(int days, Integer... escalateAfter) {
        return new PromisedTerm(
                days,
                new BigDecimal("0.8"),
                List.of(escalateAfter),
                Collections.nCopies(escalateAfter.length, PromiseRung.OPERATORS));
    }

    @Test
    void who_is_called_is_called_where_the_case_lies_by_then_and_the_promise_stays_that_of_the_institution() {
        PromiseBranch branch = new PromiseBranch(Ids.next(), "城南支行");
        UUID officer = Ids.next();
        Promise pooled = given(LocalDateTime.parse("2026-11-27T10:00")).at(branch);

        Promise.Looked warned = pooled.look(at(LocalDateTime.parse("2026-12-10T10:00")));
        Promise back = warned.promise().at(null).handledBy(officer);
        Promise.Looked broken = back.look(at(LocalDateTime.parse("2026-12-11T18:00")));

        assertThat(warned.calls())
                .extracting(PromiseCall::signal, PromiseCall::institutionId, PromiseCall::branchId)
                .containsExactly(tuple(PromiseSignal.WARNED, CASE.institutionId(), branch.id()));
        assertThat(broken.calls())
                .extracting(PromiseCall::signal, PromiseCall::branchId, PromiseCall::handlerId)
                .containsExactly(tuple(PromiseSignal.BROKEN, null, officer));
        assertThat(back.deadlines()).as("nobody has more time because of it").isEqualTo(pooled.deadlines());
    }

    private static Promise given(LocalDateTime at) {
        return Promise.given(CASE, TEN, at(at), SHIPPED);
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(BusinessTime.ZONE).toInstant();
    }

    private static LocalDateTime time(Instant at) {
        return at.atZone(BusinessTime.ZONE).toLocalDateTime();
    }
}
