package cn.zhengqi.auth.outside;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a receiver is left alone after a failure: five seconds, three times as long each time, six hours at most; each a fifth more or less, so that not all come at once. */
public final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int FACTOR = 3;
    private static final double JITTER = 0.2;

    private BackOff() {}

    /** @param tries made so far, at least one */
    public static Duration after(int tries, RandomGenerator random) {
        double seconds = Math.min(LONGEST.toSeconds(), FIRST.toSeconds() * Math.pow(FACTOR, tries - 1.0));
        return Duration.ofMillis((long) (seconds * 1000 * random.nextDouble(1 - JITTER, 1 + JITTER)));
    }
}
