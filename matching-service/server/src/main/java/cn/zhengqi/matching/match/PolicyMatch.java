package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One policy, for one enterprise, on one day; as JSON all is on one level.
 *
 * @param degree 匹配度: how much of the conditions is satisfied, 0 to 100
 * @param completeness 数据完整度: how many of the facts it refers to are known, 0 to 100
 * @param periodOver its recorded period is over, for certain or as far as is known; nothing to count on now
 * @param missing facts whose filling in could decide it, where it is unknown
 * @param firstSteps policies that grant a qualification which this one asks for and the enterprise lacks
 * @param excludes published policies that cannot be enjoyed together with it
 * @param choice what is proposed, where the enterprise qualifies for this one and for another one that it excludes
 */
@JsonPropertyOrder({
    "policyId",
    "code",
    "edition",
    "title",
    "docNumber",
    "level",
    "category",
    "outcome",
    "degree",
    "completeness",
    "benefit",
    "validTo",
    "beginsOn",
    "periodOver",
    "verified",
    "alreadyHeld",
    "notice",
    "conditions",
    "missing",
    "firstSteps",
    "excludes",
    "choice"
})
public record PolicyMatch(
        @JsonIgnore PolicyOnDay policy,
        MatchOutcome outcome,
        int degree,
        int completeness,
        boolean periodOver,
        boolean alreadyHeld,
        List<ConditionResult> conditions,
        List<ConditionResult.FactRef> missing,
        List<FirstStep> firstSteps,
        List<ExcludedPolicy> excludes,
        @Nullable ExclusiveChoice choice) {

    @JsonCreator
    static PolicyMatch of(
            UUID policyId,
            String code,
            String edition,
            String title,
            String docNumber,
            String level,
            String category,
            MatchOutcome outcome,
            int degree,
            int completeness,
            @Nullable String benefit,
            @Nullable LocalDate validTo,
            @Nullable LocalDate beginsOn,
            boolean periodOver,
            boolean verified,
            boolean alreadyHeld,
            @Nullable String notice,
            List<ConditionResult> conditions,
            List<ConditionResult.FactRef> missing,
            @Nullable List<FirstStep> firstSteps,
            @Nullable List<ExcludedPolicy> excludes,
            @Nullable ExclusiveChoice choice) {
        return new PolicyMatch(
                new PolicyOnDay(
                        policyId, code, edition, title, docNumber, level, category, benefit, validTo, beginsOn,
                        verified, notice),
                outcome,
                degree,
                completeness,
                periodOver,
                alreadyHeld,
                conditions,
                missing,
                // Results that were kept before exclusions and first steps were told have none.
                Objects.requireNonNullElse(firstSteps, List.of()),
                Objects.requireNonNullElse(excludes, List.of()),
                choice);
    }

    @JsonProperty
    public UUID policyId() {
        return policy.policyId();
    }

    @JsonProperty
    public String code() {
        return policy.code();
    }

    @JsonProperty
    public String edition() {
        return policy.edition();
    }

    @JsonProperty
    public String title() {
        return policy.title();
    }

    @JsonProperty
    public String docNumber() {
        return policy.docNumber();
    }

    @JsonProperty
    public String level() {
        return policy.level();
    }

    @JsonProperty
    public String category() {
        return policy.category();
    }

    @JsonProperty
    public @Nullable String benefit() {
        return policy.benefit();
    }

    @JsonProperty
    public @Nullable LocalDate validTo() {
        return policy.validTo();
    }

    @JsonProperty
    public @Nullable LocalDate beginsOn() {
        return policy.beginsOn();
    }

    @JsonProperty
    public boolean verified() {
        return policy.verified();
    }

    @JsonProperty
    public @Nullable String notice() {
        return policy.notice();
    }

    /** Whether the enterprise qualifies now, as far as is known. */
    public boolean current() {
        return outcome == MatchOutcome.ELIGIBLE && !periodOver;
    }

    public MatchGroup group() {
        if (alreadyHeld) {
            return MatchGroup.HELD;
        }
        if (periodOver) {
            return MatchGroup.PERIOD_OVER;
        }
        return switch (outcome) {
            case ELIGIBLE -> MatchGroup.ELIGIBLE;
            case NEARLY -> policy.beginsOn() == null ? MatchGroup.NEARLY : MatchGroup.UPCOMING;
            case UNKNOWN -> missing.isEmpty() ? MatchGroup.UNCLEAR : MatchGroup.UNKNOWN;
            case INELIGIBLE -> MatchGroup.INELIGIBLE;
        };
    }

    /** The same, with nothing proposed. */
    public PolicyMatch withoutProposal() {
        return with(excludes, null);
    }

    PolicyMatch with(List<ExcludedPolicy> excluded, @Nullable ExclusiveChoice proposal) {
        return new PolicyMatch(
                policy,
                outcome,
                degree,
                completeness,
                periodOver,
                alreadyHeld,
                conditions,
                missing,
                firstSteps,
                excluded,
                proposal);
    }
}
