package cn.zhengqi.promise;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.promise.Promise.Looked;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns, notes what is broken, and escalates. Any number of copies sweep at once: each locks the rows that it takes and leaves those of the others, and how far
 * a promise was told is stored in the transaction that writes the event, so each signal goes out once.
 */
public final class PromiseSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PromiseSweep.class);
    private static final int BATCH = 1000;

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
        return Objects.requireNonNull(transaction.execute(status -> {
            Reckoning by = promises.reckoning();
            List<Promise> outdated = book.lockOutdated(by.version(), BATCH);
            book.storeAll(outdated.stream().map(it -> it.reckoned(by)).toList());
            return outdated.size();
        }));
    }

    int callSome() {
        return Objects.requireNonNull(transaction.execute(status -> {
            Instant now = clock.instant();
            Reckoning by = promises.reckoning();
            List<Promise> told = new ArrayList<>();
            List<Outbox.Fact> facts = new ArrayList<>();
            for (Promise promise : book.lockDue(now, BATCH)) {
                // Somebody may have had it in hand while the others were reckoned anew: it is not judged by dates of
                // before.
                Looked looked = promise.upToDate(by).look(now);
                PromiseKind kind =
                        Objects.requireNonNull(kinds.get(promise.about().kind()));
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
                    LOG.error(
                            "There is no case {} of {} any more: what was promised is dropped",
                            promise.about().id(),
                            promise.about().kind());
                }
                told.add(gone ? looked.promise().dropped(now, by) : looked.promise());
            }
            book.storeAll(told);
            outbox.publishAll(facts);
            return told.size();
        }));
    }
}
