package cn.zhengqi.promise;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.promise.ExtensionAnswer;
import cn.zhengqi.kernel.promise.PromiseExtended;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * More time for a case: those who work on it ask with a reason before the date, somebody who looks after them approves or not, also after it: who asked in time is not
 * late because of who decides. Who asked hears yes or no, the applicant the new date. Once for each promise, however many ask and decide at once: the table holds it.
 */
public class PromiseExtensions {

    private final JdbcClient jdbc;
    private final PromiseBook book;
    private final PromiseBoard board;
    private final Promises promises;
    private final Outbox outbox;
    private final Clock clock;

    PromiseExtensions(
            JdbcClient jdbc, PromiseBook book, PromiseBoard board, Promises promises, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.board = board;
        this.promises = promises;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What became of the date.
     *
     * @param dueOn null where no date can be said now
     */
    public record Decided(
            PromisedCase about,
            int workingDays,
            String reason,
            @Nullable LocalDate dueOn) {}

    private record Asked(UUID id, int workingDays, String reason, UUID askedBy) {}

    /**
     * For a case that the caller may work on. Its supervisors are told.
     *
     * @throws ProblemException NOT_FOUND for a case without a promise, VALIDATION_FAILED for more days than were promised, PROMISE_ENDED, PROMISE_BROKEN,
     *     EXTENDED_ALREADY, EXTENSION_WAITS
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(PromiseKind kind, UUID caseId, int workingDays, String reason, CurrentUser by) {
        if (kind.extended() == null) {
            throw new IllegalStateException("a promise of " + kind.name() + " is never extended");
        }
        Instant now = clock.instant();
        Promise promise = book.lock(kind.name(), caseId).orElseThrow(() -> ProblemException.notFound("该事项没有承诺时限"));
        int most = promise.mostToExtend(now, promises.reckoning());
        if (workingDays > most) {
            throw ProblemException.validation("workingDays", "RANGE", "延期不能超过原承诺时限，最多 " + most + " 个工作日");
        }
        try {
            jdbc.sql("""
                            insert into promise_extension (id, promise_id, working_days, reason, asked_by, asked_by_name, asked_at, state)
                            values (?, ?, ?, ?, ?, ?, ?, 'ASKED')""")
                    .params(
                            Ids.next(),
                            promise.id(),
                            workingDays,
                            reason.strip(),
                            by.accountId(),
                            by.name(),
                            BusinessTime.at(now))
                    .update();
        } catch (DuplicateKeyException another) {
            throw new ProblemException(PromiseProblem.EXTENSION_WAITS);
        }
        DomainEvent event =
                kind.event().of(promise.upToDate(promises.reckoning()).moreTimeAskedBy(by.name(), now));
        if (event != null) {
            outbox.publish(event, promise.told(), now);
        }
    }

    /**
     * By somebody who looks after the case. Who asked is told yes or no with the words, the applicant the new date.
     *
     * @param words why not; null or blank with an approval
     * @throws ProblemException NOT_FOUND also for what is out of scope, EXTENSION_DECIDED where nobody asks any more, OWN_EXTENSION; with a yes PROMISE_ENDED, and
     *     EXTENSION_TOO_SHORT where the new date is over too
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Decided decide(
            PromiseKind kind,
            DataScope scope,
            UUID promiseId,
            boolean approved,
            @Nullable String words,
            CurrentUser by) {
        Instant now = clock.instant();
        Promise promise = board.locked(kind, scope, promiseId);
        Asked asked = jdbc.sql("""
                        select id, working_days, reason, asked_by from promise_extension
                        where promise_id = ? and state = 'ASKED'""")
                .param(promiseId)
                .query(Asked.class)
                .optional()
                .orElseThrow(() -> new ProblemException(PromiseProblem.EXTENSION_DECIDED));
        if (asked.askedBy().equals(by.accountId())) {
            throw new ProblemException(PromiseProblem.OWN_EXTENSION);
        }
        Reckoning reckoning = promises.reckoning();
        Promise after = promise;
        if (approved) {
            after = promise.extended(asked.workingDays(), asked.reason(), now, reckoning);
            book.store(after);
        }
        String said = words == null || words.isBlank() ? null : words.strip();
        jdbc.sql("""
                        update promise_extension
                        set state = ?, decided_by = ?, decided_by_name = ?, decided_at = ?, decision = ?
                        where id = ?""")
                .params(Arrays.asList(
                        approved ? "APPROVED" : "REFUSED",
                        by.accountId(),
                        by.name(),
                        BusinessTime.at(now),
                        said,
                        asked.id()))
                .update();
        PromiseView view = after.view(now, reckoning);
        DomainEvent answer = kind.event()
                .of(after.upToDate(reckoning)
                        .moreTimeDecidedBy(
                                by.name(),
                                approved,
                                new ExtensionAnswer(asked.askedBy(), asked.workingDays(), said),
                                now));
        if (answer != null) {
            outbox.publish(answer, after.told(), now);
        }
        if (approved) {
            tell(kind, promise.upToDate(reckoning), after, asked, view, now);
        }
        return new Decided(promise.about(), asked.workingDays(), asked.reason(), view.dueOn());
    }

    private void tell(PromiseKind kind, Promise before, Promise after, Asked asked, PromiseView view, Instant now) {
        PromiseKind.TellingOfMore telling = kind.extended();
        DomainEvent event = telling == null
                ? null
                : telling.of(
                        before.about().id(),
                        new PromiseExtended(
                                asked.reason(),
                                asked.workingDays(),
                                view.workingDays(),
                                before.deadlines().dueAt(),
                                after.deadlines().dueAt(),
                                now));
        if (event != null) {
            outbox.publish(event, after.told(), now);
        }
    }
}
