package cn.zhengqi.message.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How one provider does, measured by this copy of the service over the last minute. Failures beyond a fifth and a 95th percentile beyond two seconds lower its share at once; it drifts back over two
 * minutes. One that is dead rests: it gets one message now and then as a probe, and begins anew with a small share after several good ones. Not safe for threads by itself.
 */
final class ProviderHealth {

    static final Duration WINDOW = Duration.ofMinutes(1);
    /** From nothing to the whole share. */
    static final Duration DRIFT = Duration.ofMinutes(2);

    static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    static final double LEAST = 0.1;

    /** One after the other; a provider that is dead is left without waiting for a minute's figures. */
    static final int IN_A_ROW = 5;

    static final int GOOD_PROBES = 3;

    private static final int MOST_KEPT = 500;
    private static final int ENOUGH = 20;
    private static final double FINE_FAILURES = 0.2;
    private static final double DEAD_FAILURES = 0.6;
    private static final double FINE_MILLIS = 2000;
    private static final double DEAD_MILLIS = 5000;
    private static final double TAIL = 0.95;

    private record Measured(Instant at, boolean failed, long millis) {}

    private final Deque<Measured> window = new ArrayDeque<>();
    private double share = 1;
    private double deserved = 1;
    private Instant asOf = Instant.MIN;
    private int failedInARow;
    private boolean resting;
    private Instant restingSince = Instant.MIN;
    private Instant nextProbe = Instant.MIN;
    private Duration pause = FIRST_PAUSE;
    private int goodProbes;

    /** @param began when the message was handed over: what began before a rest is no probe */
    void measured(Instant began, Instant now, boolean failed) {
        Duration took = Duration.between(began, now);
        if (resting) {
            if (!began.isBefore(restingSince)) {
                probed(now, !failed && took.toMillis() < FINE_MILLIS);
            }
            return;
        }
        window.addLast(new Measured(now, failed, took.toMillis()));
        if (window.size() > MOST_KEPT) {
            window.removeFirst();
        }
        deserved = deserved();
        failedInARow = failed ? failedInARow + 1 : 0;
        settle(now);
        if (failedInARow >= IN_A_ROW || share < LEAST) {
            rest(now);
        }
    }

    /** Of its weight, from 0 (gets probes alone) to 1. */
    double share(Instant now) {
        if (resting) {
            return 0;
        }
        settle(now);
        return Math.max(share, LEAST);
    }

    boolean isResting() {
        return resting;
    }

    /** Whether it may be tried now; who asks and is told so tries it. */
    boolean takesProbe(Instant now) {
        if (!resting || now.isBefore(nextProbe)) {
            return false;
        }
        nextProbe = now.plus(pause);
        return true;
    }

    private void probed(Instant now, boolean good) {
        if (!good) {
            goodProbes = 0;
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            nextProbe = now.plus(pause);
            return;
        }
        pause = FIRST_PAUSE;
        nextProbe = now.plus(pause);
        goodProbes++;
        if (goodProbes >= GOOD_PROBES) {
            resting = false;
            window.clear();
            deserved = 1;
            failedInARow = 0;
            share = LEAST;
            asOf = now;
        }
    }

    private void rest(Instant now) {
        resting = true;
        restingSince = now;
        goodProbes = 0;
        pause = FIRST_PAUSE;
        nextProbe = now.plus(pause);
    }

    /** Down at once, up with time. */
    private void settle(Instant now) {
        Instant oldest = now.minus(WINDOW);
        boolean fewer = false;
        while (!window.isEmpty() && window.getFirst().at().isBefore(oldest)) {
            window.removeFirst();
            fewer = true;
        }
        if (fewer) {
            deserved = deserved();
        }
        if (asOf != Instant.MIN && now.isAfter(asOf)) {
            share += Duration.between(asOf, now).toMillis() / (double) DRIFT.toMillis();
        }
        asOf = now;
        share = Math.min(Math.min(1, share), deserved);
    }

    private double deserved() {
        if (window.size() < ENOUGH) {
            return 1;
        }
        double failures = window.stream().filter(Measured::failed).count() / (double) window.size();
        long[] millis = window.stream().mapToLong(Measured::millis).sorted().toArray();
        double tail = millis[(int) Math.ceil(TAIL * millis.length) - 1];
        return Math.min(between(failures, FINE_FAILURES, DEAD_FAILURES), between(tail, FINE_MILLIS, DEAD_MILLIS));
    }

    /** 1 up to what is fine, 0 from what is dead on. */
    private static double between(double measured, double fine, double dead) {
        return Math.clamp((dead - measured) / (dead - fine), 0, 1);
    }

    /** For the log: nothing of any message. */
    @Override
    public String toString() {
        return resting ? "resting until " + nextProbe : "share %.2f".formatted(share);
    }
}
