package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long evaluations are taken; afterwards there is none, and nothing is counted in its place.
 *
 * @param days after the one on which a case was finished
 * @param againDays after the one on which what was done about a 差评 was found good
 */
@ConfigurationProperties("zhengqi.evaluation")
public record EvaluationProperties(
        @DefaultValue("30") int days, @DefaultValue("15") int againDays) {

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
