package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long evaluations are taken; afterwards there is none, and nothing is counted in its place. And how fresh public figures are.
 *
 * @param days after the one on which a case was finished
 * @param figuresKept how long everybody reads the figures that were counted last
 * @param againDays after the one on which what was done about a 差评 was found good
 */
@ConfigurationProperties("zhengqi.evaluation")
public record EvaluationProperties(
        @DefaultValue("30") int days,
        @DefaultValue("15") int againDays,
        @DefaultValue("1m") Duration figuresKept) {

    public EvaluationProperties {
        if (days < 1 || againDays < 1) {
            throw new IllegalArgumentException("An evaluation takes at least a day");
        }
    }

    LocalDate until(Instant finishedAt) {
        return BusinessTime.dayOf(finishedAt).plusDays(days);
    }

    LocalDate againUntil(Instant passedAt) {
        return BusinessTime.dayOf(passedAt).plusDays(againDays);
    }
}
