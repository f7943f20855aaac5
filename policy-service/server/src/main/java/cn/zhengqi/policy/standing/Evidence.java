package cn.zhengqi.policy.standing;

import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.InternalStandings.Standing;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an enterprise stands that is found, or paid, by the conditions alone: without its asking, so that no figure is told of what is for itself.
 *
 * @param policy by the policy's conditions
 * @param audience by those that the project has of its own; absent where it has none
 */
public record Evidence(Standing policy, @Nullable Standing audience) {

    /** Whether it surely qualifies: what is open is not enough where nobody judges, nor is a policy that begins later. */
    public boolean fits() {
        return against() == null;
    }

    /** Why it does not; absent where it does. */
    public @Nullable String against() {
        return joined(tooSoon(), unmet());
    }

    /** What of the conditions is against it, whatever the day; absent where nothing is. */
    public @Nullable String unmet() {
        return joined(against("政策条件", policy), audience == null ? null : against("本项目的兑付对象", audience));
    }

    private static @Nullable String joined(@Nullable String... parts) {
        String words = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("；"));
        return words.isEmpty() ? null : words;
    }

    /** The day is no condition that is not met, and is told as what it is. */
    private @Nullable String tooSoon() {
        LocalDate first = policy.beginsOn();
        return first == null ? null : "政策" + PolicyTitles.begins(first);
    }

    private static @Nullable String against(String whose, Standing it) {
        MatchOutcome outcome = it.outcome();
        if (outcome == null) {
            return "政策现在没有可核对的条件，或已不再施行";
        }
        return switch (outcome) {
            case ELIGIBLE -> null;
            case UNKNOWN -> "按现有信息不能判定是否符合" + whose + missing(it);
            case NEARLY, INELIGIBLE -> "不符合" + whose + UnmetConditions.inWords(Stream.of(it));
        };
    }

    private static String missing(Standing it) {
        String labels = it.missing().stream().map(FactRef::label).distinct().collect(Collectors.joining("、"));
        return labels.isEmpty() ? "" : "，缺少：" + labels;
    }
}
