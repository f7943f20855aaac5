package cn.zhengqi.promise;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.promise.Promise.Looked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns, notes what is broken, and escalates. Any number of copies sweep at once: each locks the rows that it takes and leaves those of the others, and how far
 * a promise was told is stored in the transaction that writes the event, so each signal goes out once. {@code zhengqi.promise.set.aside} says how many could not be judged.
 */
public final class PromiseSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PromiseSweep.class);
    private static final int BATCH = 1000;

    /** How long one that cannot be judged waits for the next try. */
    static final Duration ASIDE = Duration.ofMinutes(10);

    private final PromiseBook book;
    private final Promises promises;
    private final Map<String, PromiseKind> kinds;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PromiseSweep(
            PromiseBook book,
            Promises promises,
            Map<String, PromiseKind> kinds,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.book = book;
        this.promises = promises;
        this.kinds = kinds;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return how many promises were taken up */
    @Scheduled(
            fixedDelayString = "${zhengqi.promise.sweep-every:PT30S}",
            initialDelayString = "${zhengqi.promise.sweep-after:PT5S}")
    public int run() {
        int reckoned = repeated(this::reckonSome);
        return reckoned + repeated(this::callSome);
    }

    private int repeated(IntSupplier step) {
        int all = 0;
        int some;
        do {
            some = step.getAsInt();
            all += some;
        } while (some == BATCH);
        return all;
    }

    /** After a change of the calendar the open promises get the dates that it gives. */
    private int reckonSome() {
        return step(() -> book.lockOutdated(promises.reckoning().version(), clock.instant(), BATCH), this::reckon);
    }

    private void reckon(List<Promise> outdated) {
        Instant now = clock.instant();
        Reckoning by = promises.reckoning();
        store(outdated.stream().map(it -> it.follow(by, now)).toList(), now, by);
    }

    int callSome() {
        return step(() -> book.lockDue(clock.instant(), BATCH), this::call);
    }

    private void call(List<Promise> due) {
        Instant now = clock.instant();
        Reckoning by = promises.reckoning();
        // Somebody may have had one in hand while the others were reckoned anew: it is not judged by dates of before.
        store(due.stream().map(it -> it.follow(by, now)).toList(), now, by);
    }

    private void store(List<Looked> all, Instant now, Reckoning by) {
        List<Promise> told = new ArrayList<>();
        List<Outbox.Fact> facts = new ArrayList<>();
        for (Looked looked : all) {
            PromisedCase about = looked.promise().about();
            PromiseKind kind = Objects.requireNonNull(kinds.get(about.kind()));
            boolean gone = false;
            // Each call is one step further than the one before.
            long version = looked.promise().told() - looked.calls().size();
            for (PromiseCall call : looked.calls()) {
                version++;
                DomainEvent event = kind.event().of(call);
                if (event == null) {
                    gone = true;
                } else {
                    facts.add(new Outbox.Fact(event, version, call.at()));
                }
            }
            if (gone) {
                // The others of the batch must not wait for it for ever.
                LOG.error("There is no case {} of {} any more: what was promised is dropped", about.id(), about.kind());
            }
            told.add(gone ? looked.promise().dropped(now, by) : looked.promise());
        }
        book.storeAll(told);
        outbox.publishAll(facts);
    }

    /** All of a step in one transaction; where one of them is bad, each in its own, and the bad one is set aside: those behind it must not wait for it. */
    private int step(Supplier<List<UUID>> waiting, Consumer<List<Promise>> work) {
        List<UUID> some = new ArrayList<>();
        try {
            transaction.executeWithoutResult(status -> {
                some.addAll(waiting.get());
                work.accept(book.lock(some));
            });
        } catch (RuntimeException failure) {
            refuseThatOfTheMachine(failure);
            LOG.warn("{} promises are taken one by one: {}", some.size(), failure.toString());
            some.forEach(id -> alone(id, work));
        }
        return some.size();
    }

    private void alone(UUID id, Consumer<List<Promise>> work) {
        try {
            transaction.executeWithoutResult(status -> work.accept(book.lock(List.of(id))));
        } catch (RuntimeException failure) {
            refuseThatOfTheMachine(failure);
            Instant until = clock.instant().plus(ASIDE);
            LOG.error("Promise {} cannot be judged and is set aside until {}", id, until, failure);
            book.setAside(id, until);
        }
    }

    /** A database that is away is no fault of a promise. */
    private static void refuseThatOfTheMachine(RuntimeException failure) {
        if (failure instanceof TransactionException
                || failure instanceof TransientDataAccessException
                || failure instanceof NonTransientDataAccessResourceException) {
            throw failure;
        }
    }
}
