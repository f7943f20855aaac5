package cn.zhengqi.matching.match;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;

/**
 * A great library worked through by two threads: each decides its half of the rules, then takes stretches of rules from its end of the book until they
 * meet. Whoever is woken late leaves more to the other, and what a thread has begun that lost its processor the other does as well: it all comes out alike, so nobody waits for anybody.
 */
final class FromBothEnds {

    /** So few rules that the last stretch keeps nobody waiting for long. */
    private static final int STRETCH = 25;

    /** As long as the other thread needs for a stretch while it has its processor. */
    private static final int LOOKS = 500;

    private static final int TAKEN = 1;
    private static final int DONE = 2;

    /** What is done with the rules of a book. Nothing of it comes out otherwise where two threads do the same at once. */
    interface Work {

        /** The first half of the rules or the second. */
        void decide(boolean first);

        /** What needs both halves, and what nothing needs before the end: done by one thread while the other goes on. */
        void bothDecided();

        /** One for each thread. */
        Teller teller();
    }

    /** What is done with the rules from the one position to before the other, once they are decided. */
    interface Teller {
        void tell(int from, int to);
    }

    private final Work work;
    private final int size;
    private final int half;
    private final int stretchesOfFirst;
    private final AtomicIntegerArray stretches;
    private final AtomicBoolean secondTaken = new AtomicBoolean();
    private final AtomicBoolean bothTaken = new AtomicBoolean();
    private volatile boolean firstDecided;
    private volatile boolean secondDecided;
    private volatile boolean bothDone;
    private volatile boolean over;

    /** @param half the position of the first rule of the second half */
    FromBothEnds(int size, int half, Work work) {
        this.work = work;
        this.size = size;
        this.half = half;
        stretchesOfFirst = Math.ceilDiv(half, STRETCH);
        stretches = new AtomicIntegerArray(stretchesOfFirst + Math.ceilDiv(size - half, STRETCH));
    }

    void run() {
        // What fails there is done here as well, and fails here.
        ForkJoinTask<?> unused = ForkJoinPool.commonPool().submit(this::fromTheEnd);
        try {
            fromTheBeginning();
        } finally {
            over = true;
        }
    }

    private void fromTheBeginning() {
        work.decide(true);
        firstDecided = true;
        both();
        Teller teller = work.teller();
        for (int stretch = 0; stretch < stretchesOfFirst; stretch++) {
            takes(stretch, teller);
        }
        if (secondTaken.compareAndSet(false, true) || !soon(() -> secondDecided)) {
            decideSecond();
        }
        for (int stretch = stretchesOfFirst; stretch < stretches.length(); stretch++) {
            takes(stretch, teller);
        }
        for (int stretch = 0; stretch < stretches.length(); stretch++) {
            int one = stretch;
            if (!soon(() -> stretches.get(one) == DONE)) {
                tell(stretch, teller);
            }
        }
        if (!soon(() -> bothDone)) {
            work.bothDecided();
        }
    }

    private void fromTheEnd() {
        if (over) {
            return;
        }
        if (secondTaken.compareAndSet(false, true)) {
            decideSecond();
        }
        Teller teller = work.teller();
        for (int stretch = stretches.length() - 1; stretch >= 0 && !over; stretch--) {
            if (!(stretch < stretchesOfFirst ? firstDecided : secondDecided) || !takes(stretch, teller)) {
                return;
            }
        }
    }

    private void decideSecond() {
        work.decide(false);
        secondDecided = true;
        both();
    }

    private void both() {
        if (firstDecided && secondDecided && bothTaken.compareAndSet(false, true)) {
            work.bothDecided();
            bothDone = true;
        }
    }

    /** False where the other thread has been. */
    private boolean takes(int stretch, Teller teller) {
        boolean free = stretches.compareAndSet(stretch, 0, TAKEN);
        if (free) {
            tell(stretch, teller);
        }
        return free;
    }

    private void tell(int stretch, Teller teller) {
        boolean inFirst = stretch < stretchesOfFirst;
        int from = inFirst ? stretch * STRETCH : half + (stretch - stretchesOfFirst) * STRETCH;
        teller.tell(from, Math.min(from + STRETCH, inFirst ? half : size));
        stretches.set(stretch, DONE);
    }

    private static boolean soon(BooleanSupplier done) {
        for (int look = 0; look < LOOKS; look++) {
            if (done.getAsBoolean()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return done.getAsBoolean();
    }
}
