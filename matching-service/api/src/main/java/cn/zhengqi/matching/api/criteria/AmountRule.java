package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the publication of a loan product says about how much can be had, besides its maximum. Nothing in it is made up: how a
 * bank reckons is mostly not published.
 *
 * @param least the least that is granted
 * @param limits lower maxima that hold for some
 * @param considers facts that the bank looks at, by name
 * @param basis the words that say so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AmountRule(
        @Nullable Bound least,
        List<Limit> limits,
        List<String> considers,
        @Nullable Clause basis) {

    public AmountRule {
        limits = List.copyOf(Objects.requireNonNullElse(limits, List.of()));
        considers = List.copyOf(Objects.requireNonNullElse(considers, List.of()));
    }

    /** @param wan 万元 */
    public record Bound(BigDecimal wan, Clause clause) {}

    /**
     * At most so much while a condition is met.
     *
     * @param mostWan 万元
     */
    public record Limit(BigDecimal mostWan, Criterion when, Clause clause) {}
}
