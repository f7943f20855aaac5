package cn.zhengqi.local;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How many orders are made while a killed process is away, and from its return until the next is killed. Whoever makes them as fast as they can takes the processors from what has to
 * start, which is then away three times as long and has proved no more.
 */
final class Ration {

    private final long size;
    private final LongSupplier acknowledged;
    private long limit = Long.MAX_VALUE;
    private boolean over;

    /**
     * @param size orders
     * @param acknowledged orders until now
     */
    Ration(long size, LongSupplier acknowledged) {
        this.size = size;
        this.acknowledged = acknowledged;
    }

    /** A process was killed, or came back. */
    synchronized void begins() {
        limit = acknowledged.getAsLong() + size;
        notifyAll();
    }

    /** Nobody gives another: who waits for one must not wait for ever. */
    synchronized void ends() {
        over = true;
        notifyAll();
    }

    /**
     * Waits as long as the ration is used up.
     *
     * @param enough whether no more orders are wanted
     * @return whether another loan may be begun
     */
    synchronized boolean allowsAnother(BooleanSupplier enough) {
        try {
            while (!over && !enough.getAsBoolean()) {
                if (acknowledged.getAsLong() < limit) {
                    return true;
                }
                wait();
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
