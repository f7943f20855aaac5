package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.IndustrySection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edition of a policy can be read and matched from now on, in place of the edition before.
 *
 * @param policyId the same for all editions
 * @param supersededByCode the policy that replaces this one when its validity ends
 * @param confidence {@code high} when the figures were checked; anything else shows as 待核实
 * @param rule who qualifies; absent while nobody has entered it
 * @param comesWithPlatform entered with the library that the platform starts with: it can be found, and is no news to anybody; absent = a person published it
 * @param industries those for which it is, as its conditions or its tags say; empty = it says none, absent = told before this was looked at
 */
@EventType(value = "policy.PolicyPublished", kept = Kept.FOR_REBUILDING)
public record PolicyPublished(
        UUID policyId,
        String code,
        int edition,
        String title,
        String docNumber,
        String issuer,
        PolicyLevel level,
        PolicyCategory category,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate validTo,
        @Nullable String supersededByCode,
        String benefit,
        String confidence,
        @Nullable String sourceUrl,
        @Nullable PolicyRule rule,
        @Nullable Boolean comesWithPlatform,
        @Nullable List<IndustrySection> industries,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return policyId;
    }
}
