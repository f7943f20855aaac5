package cn.zhengqi.local;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What happened under fire: what was acknowledged and how hard it was to get, and what should never happen. */
final class ChaosTally {

    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong sentAgain = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong signedInAgain = new AtomicLong();
    private final Map<String, Integer> faults = new ConcurrentSkipListMap<>();

    long acknowledged() {
        return acknowledged.get();
    }

    void acknowledge() {
        acknowledged.incrementAndGet();
    }

    /** What had been answered already, as an impatient client sends it. */
    void sendAgain() {
        sentAgain.incrementAndGet();
    }

    /** What came to nothing and has to be tried again: no connection, no answer, or one that asks to come back. */
    void unanswered() {
        unanswered.incrementAndGet();
    }

    void signInAgain() {
        signedInAgain.incrementAndGet();
    }

    /** @param what happened; ids in it are left out, so that the like is counted as one */
    void fault(String what) {
        faults.merge(what.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}"), 1, Integer::sum);
    }

    boolean isFaultless() {
        return faults.isEmpty();
    }

    void print(Terminal terminal) {
        terminal.result(
                "%,d orders acknowledged; %,d sent a second time after their answer; %,d requests tried again; %,d sign-ins renewed"
                        .formatted(acknowledged.get(), sentAgain.get(), unanswered.get(), signedInAgain.get()));
        faults.forEach((what, count) -> terminal.result("FAULT %,d × %s".formatted(count, what)));
    }
}
