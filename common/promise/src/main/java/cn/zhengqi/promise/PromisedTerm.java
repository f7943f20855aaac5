package cn.zhengqi.promise;

import cn.zhengqi.kernel.promise.PromiseRung;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What is promised for a class of cases.
 *
 * @param workingDays within which it is answered
 * @param warnAfter share of that time after which those who work on it are warned
 * @param escalateAfter working days after the promised date at which the next in the chain is told, the nearest first
 * @param escalateTo how far up it goes at each of them, never lower than before
 */
public record PromisedTerm(
        int workingDays, BigDecimal warnAfter, List<Integer> escalateAfter, List<PromiseRung> escalateTo) {

    public static final int MOST_DAYS = 200;

    /** @throws IllegalArgumentException when it makes no sense */
    public PromisedTerm {
        escalateAfter = List.copyOf(escalateAfter);
        escalateTo = List.copyOf(escalateTo);
        if (workingDays < 1 || workingDays > MOST_DAYS) {
            throw new IllegalArgumentException(workingDays + " working days");
        }
        if (warnAfter.signum() <= 0 || warnAfter.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("warn after " + warnAfter);
        }
        int before = 0;
        for (int days : escalateAfter) {
            if (days <= before) {
                throw new IllegalArgumentException("escalate after " + escalateAfter);
            }
            before = days;
        }
        if (escalateTo.size() != escalateAfter.size()
                || !escalateTo.equals(escalateTo.stream().sorted().toList())) {
            throw new IllegalArgumentException("escalate after " + escalateAfter + " to " + escalateTo);
        }
    }

    /** As it is for its class, within days that the case itself says. */
    PromisedTerm within(int days) {
        return new PromisedTerm(days, warnAfter, escalateAfter, escalateTo);
    }

    /** Warnings come after the same share of the longer time. */
    PromisedTerm longerBy(int days) {
        return within(workingDays + days);
    }

    /** The working day, counted from 1, in whose morning people are warned; the last one at the latest. */
    int warnOnDay() {
        int over = warnAfter
                .multiply(BigDecimal.valueOf(workingDays))
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
        return Math.min(over + 1, workingDays);
    }
}
