package cn.zhengqi.matching.match;

import cn.zhengqi.matching.engine.Evaluation;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;

/**
 * A great library worked through by two threads: each evaluates its half of the conditions, then takes stretches of rules from its end of the book until they
 * meet. Whoever is woken late, or loses its processor for a while, leaves more to the other; nobody waits for anybody before all is done.
 */
final class FromBothEnds {

    /** So few rules that the last stretch keeps nobody waiting for long. */
    private static final int STRETCH = 25;

    /** Longer than the other thread needs for its last stretch, and much shorter than it takes to go to sleep and to be woken. */
    private static final int LOOKS = 1_000;

    /** What is done with the rules from the one position to before the other, once they are evaluated. */
    interface Work {
        void on(int from, int to);
    }

    private final Evaluation evaluation;
    private final int size;
    private final int half;
    private final int stretchesOfFirst;
    private final AtomicIntegerArray taken;
    private final AtomicBoolean secondTaken = new AtomicBoolean();
    private final AtomicBoolean otherDecided = new AtomicBoolean();
    private volatile boolean firstEvaluated;
    private volatile boolean secondEvaluated;

    FromBothEnds(Evaluation evaluation) {
        this.evaluation = evaluation;
        size = evaluation.book().size();
        half = evaluation.book().half();
        stretchesOfFirst = Math.ceilDiv(half, STRETCH);
        taken = new AtomicIntegerArray(stretchesOfFirst + Math.ceilDiv(size - half, STRETCH));
    }

    /** @param workers one worker for each thread */
    void run(Supplier<Work> workers) {
        ForkJoinTask<?> other = ForkJoinPool.commonPool().submit(() -> {
            if (otherDecided.compareAndSet(false, true)) {
                fromTheEnd(workers);
            }
        });
        fromTheBeginning(workers.get());
        // Where every other thread is busy elsewhere this one has done all, and waits for none of them.
        if (!otherDecided.compareAndSet(false, true)) {
            for (int look = 0; look < LOOKS && !other.isDone(); look++) {
                Thread.onSpinWait();
            }
            other.join();
        }
    }

    private void fromTheBeginning(Work work) {
        evaluation.runHalf(true);
        firstEvaluated = true;
        for (int stretch = 0; stretch < taken.length(); stretch++) {
            if (stretch >= stretchesOfFirst && !evaluatesSecond() || !takes(stretch, work)) {
                return;
            }
        }
    }

    private void fromTheEnd(Supplier<Work> workers) {
        if (!evaluatesSecond()) {
            return;
        }
        Work work = workers.get();
        for (int stretch = taken.length() - 1; stretch >= 0; stretch--) {
            if (stretch < stretchesOfFirst && !firstEvaluated || !takes(stretch, work)) {
                return;
            }
        }
    }

    /** Whether the second half is evaluated, or is now; false while the other thread is at it. */
    private boolean evaluatesSecond() {
        if (secondTaken.compareAndSet(false, true)) {
            evaluation.runHalf(false);
            secondEvaluated = true;
        }
        return secondEvaluated;
    }

    /** False where the other thread has been. */
    private boolean takes(int stretch, Work work) {
        if (!taken.compareAndSet(stretch, 0, 1)) {
            return false;
        }
        boolean inFirst = stretch < stretchesOfFirst;
        int from = inFirst ? stretch * STRETCH : half + (stretch - stretchesOfFirst) * STRETCH;
        work.on(from, Math.min(from + STRETCH, inFirst ? half : size));
        return true;
    }
}
