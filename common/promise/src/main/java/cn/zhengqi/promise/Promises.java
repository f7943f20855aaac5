package cn.zhengqi.promise;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives, keeps and shows promises; each change in the transaction of the case that it is about. */
public class Promises {

    private final PromiseBook book;
    private final PromiseTerms terms;
    private final WorkCalendars calendars;
    private final WorkingHours hours;
    private final Outbox outbox;
    private final Clock clock;

    Promises(
            PromiseBook book,
            PromiseTerms terms,
            WorkCalendars calendars,
            WorkingHours hours,
            Outbox outbox,
            Clock clock) {
        this.book = book;
        this.terms = terms;
        this.calendars = calendars;
        this.hours = hours;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Promises an answer to a case that has come in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(PromisedCase about, Instant at) {
        book.add(Promise.given(about, terms.term(about.kind(), about.caseClass()), at, reckoning()));
    }

    /** Promises an answer within days that the case itself says; who is warned and called when is as for its class. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(PromisedCase about, int workingDays, Instant at) {
        PromisedTerm term = terms.term(about.kind(), about.caseClass()).within(workingDays);
        book.add(Promise.given(about, term, at, reckoning()));
    }

    /** Somebody took the case up and is called first from now on; null: it lies again where nobody has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handledBy(PromiseKind kind, UUID caseId, @Nullable UUID handler) {
        change(kind, caseId, it -> it.handledBy(handler));
    }

    /**
     * The case went to somebody, or to where nobody has it yet; who is there is called first from now on.
     *
     * @param branch null: the head office of who promised
     * @param handler null: nobody has it yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void liesAt(PromiseKind kind, UUID caseId, @Nullable PromiseBranch branch, @Nullable UUID handler) {
        change(kind, caseId, it -> it.at(branch).handledBy(handler));
    }

    /** The applicant has to supplement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pause(PromiseKind kind, UUID caseId, Instant at) {
        change(kind, caseId, it -> it.paused(at, reckoning()));
    }

    /** The applicant has supplemented. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(PromiseKind kind, UUID caseId, Instant at) {
        change(kind, caseId, it -> it.resumed(at, reckoning()));
    }

    /** The case was answered. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(PromiseKind kind, UUID caseId, Instant at) {
        end(kind, caseId, it -> it.answered(at, reckoning()));
    }

    /** The applicant took the case back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(PromiseKind kind, UUID caseId, Instant at) {
        end(kind, caseId, it -> it.dropped(at, reckoning()));
    }

    /** Whoever was called to it hears that they need not any more. */
    private void end(PromiseKind kind, UUID caseId, UnaryOperator<Promise> end) {
        Promise open =
                book.lock(kind.name(), caseId).filter(it -> it.state().open()).orElse(null);
        if (open == null) {
            return;
        }
        Promise ended = end.apply(open);
        book.store(ended);
        if (book.somebodyWasCalledTo(open.id())) {
            Instant now = clock.instant();
            DomainEvent event = kind.event().of(ended.over(now));
            if (event != null) {
                outbox.publish(event, ended.told(), now);
            }
        }
    }

    private void change(PromiseKind kind, UUID caseId, UnaryOperator<Promise> change) {
        book.lock(kind.name(), caseId).map(change).ifPresent(book::store);
    }

    /** How the promises of these cases stand; a case that was closed before there were promises has none. */
    @Transactional
    public Map<UUID, PromiseView> of(PromiseKind kind, Collection<UUID> cases) {
        if (cases.isEmpty()) {
            return Map.of();
        }
        Reckoning by = reckoning();
        Instant now = clock.instant();
        List<Promise> found = book.of(kind.name(), cases);
        Map<UUID, AskedBefore> asked =
                book.extensionsAsked(found.stream().map(Promise::id).toList());
        return found.stream().collect(Collectors.toMap(it -> it.about().id(), it -> {
            AskedBefore more = asked.getOrDefault(it.id(), AskedBefore.NEVER);
            return it.view(now, by).asked(it.state().open() && more.waits(), more.refused());
        }));
    }

    public @Nullable PromiseView of(PromiseKind kind, UUID caseId) {
        return of(kind, List.of(caseId)).get(caseId);
    }

    /** The day that is promised to what comes in at a moment; empty where the calendar is silent. */
    public Optional<LocalDate> dayOf(Instant at, int workingDays) {
        WorkCalendar calendar = calendars.now();
        return calendar.plus(hours.received(at), workingDays);
    }

    /** How many open cases would have to be answered by another day, or by one at last, if a year were arranged so. */
    @Transactional(readOnly = true)
    public long movedBy(HolidayYear year) {
        Reckoning now = reckoning();
        Reckoning then = new Reckoning(calendars.with(year), hours);
        AtomicLong moved = new AtomicLong();
        book.eachOpen(it -> {
            if (!Objects.equals(
                    it.reckoned(now).deadlines().dueAt(),
                    it.reckoned(then).deadlines().dueAt())) {
                moved.incrementAndGet();
            }
        });
        return moved.get();
    }

    Reckoning reckoning() {
        return new Reckoning(calendars.now(), hours);
    }
}
