package cn.zhengqi.promise;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.promise.ExtensionAnswer;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.kernel.promise.PromiseSignal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a case is answered within so many working days. It runs from the day after the case was received; while the applicant supplements it stands still. The
 * term is that of the day on which it was given. Each change answers the promise as it is then.
 *
 * @param handlerId who took the case up
 * @param spans when it ran, the oldest first; the last one is open while it runs
 * @param told how far its signals went: 0 none, 1 warned, 2 broken, 2 + n the nth of the chain
 * @param reckonedBy version of the calendar by which {@code deadlines} were found
 * @param extension null for one that was never extended
 */
record Promise(
        UUID id,
        PromisedCase about,
        PromisedTerm term,
        @Nullable UUID handlerId,
        PromiseState state,
        List<Span> spans,
        @Nullable Instant endedAt,
        Deadlines deadlines,
        int told,
        long reckonedBy,
        @Nullable Extension extension) {

    private static final int WARNED = 1;
    private static final int BROKEN = 2;

    Promise {
        spans = List.copyOf(spans);
    }

    /**
     * More time, given once.
     *
     * @param by working days beside those of the term
     * @param reason as the applicant is told it
     * @param formerDueAt null where there was no date then
     */
    record Extension(
            int by, String reason, Instant at, @Nullable Instant formerDueAt) {}

    /** @param to null while it runs */
    record Span(Instant from, @Nullable Instant to) {}

    /** A promise after a look at the clock, and whom that calls. */
    record Looked(Promise promise, List<PromiseCall> calls) {}

    static Promise given(PromisedCase about, PromisedTerm term, Instant at, Reckoning by) {
        return new Promise(
                        Ids.next(),
                        about,
                        term,
                        null,
                        PromiseState.RUNNING,
                        List.of(new Span(at, null)),
                        null,
                        Deadlines.UNKNOWN,
                        0,
                        by.version(),
                        null)
                .reckoned(by);
    }

    Promise handledBy(@Nullable UUID handler) {
        return new Promise(id, about, term, handler, state, spans, endedAt, deadlines, told, reckonedBy, extension);
    }

    /** What was promised stays promised by the institution, wherever within it the case went. */
    Promise at(@Nullable PromiseBranch branch) {
        return new Promise(
                id, about.at(branch), term, handlerId, state, spans, endedAt, deadlines, told, reckonedBy, extension);
    }

    /** The applicant has to supplement. Nothing happens to one that does not run. */
    Promise paused(Instant at, Reckoning by) {
        return state == PromiseState.RUNNING
                ? in(PromiseState.PAUSED, stoppedAt(at), null).reckoned(by).toldOfWhatIs(at)
                : this;
    }

    /** The applicant has supplemented. */
    Promise resumed(Instant at, Reckoning by) {
        if (state != PromiseState.PAUSED) {
            return this;
        }
        List<Span> longer = new ArrayList<>(spans);
        longer.add(new Span(at, null));
        return in(PromiseState.RUNNING, longer, null).reckoned(by).toldOfWhatIs(at);
    }

    /** The term with what was added to it. */
    private PromisedTerm whole() {
        return extension == null ? term : term.longerBy(extension.by());
    }

    /**
     * How many working days may be added at most: as many as were promised.
     *
     * @throws ProblemException EXTENDED_ALREADY, PROMISE_ENDED, PROMISE_BROKEN
     */
    int mostToExtend(Instant now, Reckoning by) {
        if (extension != null) {
            throw new ProblemException(PromiseProblem.EXTENDED_ALREADY);
        }
        if (!state.open()) {
            throw new ProblemException(PromiseProblem.PROMISE_ENDED);
        }
        if (view(now, by).broken()) {
            throw new ProblemException(PromiseProblem.PROMISE_BROKEN);
        }
        return Math.min(term.workingDays(), PromisedTerm.MOST_DAYS - term.workingDays());
    }

    /**
     * What was asked in time may be given after the date too, as long as the new one is not over either. What was told of it stays told: who was warned is not warned
     * again. Only that the former date was missed is no news of the new one.
     *
     * @throws ProblemException EXTENDED_ALREADY, PROMISE_ENDED, EXTENSION_TOO_SHORT
     */
    Promise extended(int days, String reason, Instant at, Reckoning by) {
        if (extension != null) {
            throw new ProblemException(PromiseProblem.EXTENDED_ALREADY);
        }
        if (!state.open()) {
            throw new ProblemException(PromiseProblem.PROMISE_ENDED);
        }
        Promise longer = longerBy(days, reason, at, by);
        if (longer.view(at, by).broken()) {
            throw new ProblemException(PromiseProblem.EXTENSION_TOO_SHORT);
        }
        return longer;
    }

    private Promise longerBy(int days, String reason, Instant at, Reckoning by) {
        Promise today = upToDate(by);
        return new Promise(
                        id,
                        about,
                        term,
                        handlerId,
                        state,
                        spans,
                        endedAt,
                        deadlines,
                        Math.min(told, WARNED),
                        reckonedBy,
                        new Extension(days, reason, at, today.deadlines.dueAt()))
                .reckoned(by);
    }

    Promise answered(Instant at, Reckoning by) {
        return ended(PromiseState.ANSWERED, at, by);
    }

    Promise dropped(Instant at, Reckoning by) {
        return ended(PromiseState.DROPPED, at, by);
    }

    private Promise ended(PromiseState end, Instant at, Reckoning by) {
        return state.open() ? in(end, stoppedAt(at), at).reckoned(by) : this;
    }

    private Promise in(PromiseState next, List<Span> ran, @Nullable Instant ended) {
        return new Promise(id, about, term, handlerId, next, ran, ended, deadlines, told, reckonedBy, extension);
    }

    private List<Span> stoppedAt(Instant at) {
        Span last = spans.getLast();
        if (last.to() != null) {
            return spans;
        }
        List<Span> closed = new ArrayList<>(spans.subList(0, spans.size() - 1));
        closed.add(new Span(last.from(), at));
        return closed;
    }

    /** With the dates that the calendar gives now. While it stands still it has some only if it was broken before: that stays so. */
    Promise reckoned(Reckoning by) {
        PromisedTerm whole = whole();
        Optional<LocalDate> due = reached(whole.workingDays(), by).filter(day -> !keptUntilPaused(day, by));
        Deadlines found = due.map(day -> new Deadlines(
                        reached(whole.warnOnDay(), by)
                                .map(by.hours()::openingOf)
                                .orElse(null),
                        by.hours().closingOf(day),
                        escalations(day, by)))
                .orElse(Deadlines.UNKNOWN);
        return new Promise(id, about, term, handlerId, state, spans, endedAt, found, told, by.version(), extension);
    }

    /** With the dates of the calendar as it is, if it was found by another one and its dates still matter. */
    Promise upToDate(Reckoning by) {
        return state.open() && reckonedBy != by.version() ? reckoned(by) : this;
    }

    /**
     * Follows the calendar as it is, and looks at the clock. Whoever was told that the date was missed hears when it is missed no more: it is ahead again, and will be told again should it be
     * missed then. What only the change has put into the past is told as of now: nobody could know it before.
     */
    Looked follow(Reckoning by, Instant now) {
        Promise today = upToDate(by);
        Promise anew = today.toldOfWhatIs(now);
        return anew.told == today.told
                ? anew.look(now, deadlines)
                : new Looked(anew, List.of(anew.call(PromiseSignal.MOVED, today.told - BROKEN, null, now)));
    }

    /** As with more time: who was warned is not warned again, but a breach of a date that is ahead was none. */
    private Promise toldOfWhatIs(Instant now) {
        Instant due = deadlines.dueAt();
        boolean broken = due != null && !due.isAfter(now);
        return !state.open() || broken || told <= WARNED
                ? this
                : new Promise(
                        id, about, term, handlerId, state, spans, endedAt, deadlines, WARNED, reckonedBy, extension);
    }

    private boolean keptUntilPaused(LocalDate due, Reckoning by) {
        Instant stopped = spans.getLast().to();
        return state == PromiseState.PAUSED
                && stopped != null
                && !stopped.isAfter(by.hours().closingOf(due));
    }

    private List<Instant> escalations(LocalDate due, Reckoning by) {
        return term.escalateAfter().stream()
                .map(days -> by.calendar().plus(due, days))
                .flatMap(Optional::stream)
                .map(by.hours()::closingOf)
                .toList();
    }

    /** The working day on which so many of them were over; empty while it stands still before, and where the calendar is silent. */
    private Optional<LocalDate> reached(int workingDays, Reckoning by) {
        int left = workingDays;
        for (Span span : spans) {
            LocalDate received = by.hours().received(span.from());
            // What was answered keeps the date by which it would have had to be.
            if (span.to() == null || (state != PromiseState.PAUSED && span.equals(spans.getLast()))) {
                return by.calendar().plus(received, left);
            }
            OptionalInt over = by.ran(span.from(), span.to());
            if (over.isEmpty()) {
                return Optional.empty();
            }
            if (over.getAsInt() >= left) {
                return by.calendar().plus(received, left);
            }
            left -= over.getAsInt();
        }
        return Optional.empty();
    }

    /** Whether those who work on it are late or will be: it runs, or was broken before it stood still. */
    boolean waitedFor() {
        return state == PromiseState.RUNNING || (state == PromiseState.PAUSED && deadlines.dueAt() != null);
    }

    /** When somebody is told next; null when nobody is. Who is late does not silence it by asking for material. */
    @Nullable
    Instant nextAt() {
        if (!state.open()) {
            return null;
        }
        return momentAfter(told, deadlines);
    }

    private static @Nullable Instant momentAfter(int told, Deadlines deadlines) {
        if (told == 0) {
            return deadlines.warnAt();
        }
        if (told == WARNED) {
            return deadlines.dueAt();
        }
        int step = told - BROKEN;
        return step < deadlines.escalateAt().size() ? deadlines.escalateAt().get(step) : null;
    }

    /** Looks at the clock. Who looks late does not warn of what is broken already, and skips nothing else. */
    Looked look(Instant now) {
        return look(now, deadlines);
    }

    /** @param known by which it was looked at before */
    private Looked look(Instant now, Deadlines known) {
        Promise it = this;
        List<PromiseCall> calls = new ArrayList<>();
        for (Instant next = it.nextAt(); next != null && !next.isAfter(now); next = it.nextAt()) {
            Instant due = deadlines.dueAt();
            boolean lateWarning = it.told == 0 && due != null && !due.isAfter(now);
            boolean wasKnown = next.equals(momentAfter(it.told, known));
            it = new Promise(
                    id, about, term, handlerId, state, spans, endedAt, deadlines, it.told + 1, reckonedBy, extension);
            if (!lateWarning) {
                calls.add(it.signalled(wasKnown ? next : now));
            }
        }
        return new Looked(it, calls);
    }

    private PromiseCall signalled(Instant at) {
        return switch (told) {
            case WARNED -> call(PromiseSignal.WARNED, 0, null, at);
            case BROKEN -> call(PromiseSignal.BROKEN, 0, null, at);
            default -> call(PromiseSignal.ESCALATED, told - BROKEN, null, at);
        };
    }

    /** Nobody is asked for it any more. */
    PromiseCall over(Instant at) {
        return call(PromiseSignal.ENDED, 0, null, at);
    }

    PromiseCall urgedBy(String supervisor, Instant at) {
        return call(PromiseSignal.URGED, 0, supervisor, at);
    }

    PromiseCall moreTimeAskedBy(String officer, Instant at) {
        return call(PromiseSignal.EXTENSION_ASKED, 0, officer, at);
    }

    PromiseCall moreTimeDecidedBy(String head, boolean approved, ExtensionAnswer answer, Instant at) {
        return call(approved ? PromiseSignal.EXTENSION_APPROVED : PromiseSignal.EXTENSION_REFUSED, 0, head, answer, at);
    }

    private PromiseCall call(PromiseSignal signal, int level, @Nullable String by, Instant at) {
        return call(signal, level, by, null, at);
    }

    private PromiseCall call(
            PromiseSignal signal, int level, @Nullable String by, @Nullable ExtensionAnswer answer, Instant at) {
        return new PromiseCall(
                id,
                about.id(),
                about.number(),
                about.about(),
                about.institutionId(),
                about.institutionName(),
                about.branch() == null ? null : about.branch().id(),
                about.townCode(),
                handlerId,
                signal,
                level,
                level > 0 ? term.escalateTo().get(level - 1) : null,
                whole().workingDays(),
                deadlines.dueAt(),
                by,
                answer,
                at);
    }

    /** As people see it. */
    PromiseView view(Instant now, Reckoning by) {
        Promise today = upToDate(by);
        Instant due = today.deadlines.dueAt();
        Instant ended = spans.getLast().to();
        Instant stopped = ended == null ? now : ended;
        OptionalInt over = overAt(stopped, by);
        boolean broken = due != null && stopped.isAfter(due);
        int promised = whole().workingDays();
        Integer late = over.isPresent() && broken ? Math.max(0, over.getAsInt() - promised) : null;
        return new PromiseView(
                id,
                state,
                promised,
                due == null ? null : BusinessTime.dayOf(due),
                due == null ? null : BusinessTime.at(due),
                left(BusinessTime.dayOf(now), due, over, by),
                late,
                broken,
                due == null && state == PromiseState.RUNNING ? by.silence(today.lastReceived(by)) : null,
                state == PromiseState.PAUSED && ended != null ? BusinessTime.at(ended) : null,
                extension == null ? null : PromiseView.Extended.of(extension),
                false,
                null);
    }

    /**
     * While it runs, from today to its date: whatever two cases went through, those due on one day have as many left. While it stands still it has no date, and what is left is
     * what the supplement gives it to run.
     */
    private @Nullable Integer left(LocalDate today, @Nullable Instant due, OptionalInt over, Reckoning by) {
        if (!state.open()) {
            return null;
        }
        if (due != null) {
            OptionalInt until = by.calendar().between(today, BusinessTime.dayOf(due));
            return until.isPresent() ? until.getAsInt() : null;
        }
        return state == PromiseState.PAUSED && over.isPresent()
                ? Math.max(0, whole().workingDays() - over.getAsInt())
                : null;
    }

    private LocalDate lastReceived(Reckoning by) {
        return by.hours().received(spans.getLast().from());
    }

    private OptionalInt overAt(Instant stopped, Reckoning by) {
        int over = 0;
        for (Span span : spans) {
            OptionalInt ran = by.ran(span.from(), span.to() == null ? stopped : span.to());
            if (ran.isEmpty()) {
                return OptionalInt.empty();
            }
            over += ran.getAsInt();
        }
        return OptionalInt.of(over);
    }
}
