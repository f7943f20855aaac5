package cn.zhengqi.message.topic;

import cn.zhengqi.matching.api.facts.IndustrySection;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Of which new policies somebody wants to hear: all that is asked has to hold.
 *
 * @param categories one of these; empty: any
 * @param levels one of these; empty: any
 * @param industries one of these is among those that the policy names, one that names none is none for it; empty: any
 * @param words that stand in the title or in the name of the issuer; absent: any
 */
record PolicyTopic(
        UUID id,
        List<PolicyCategory> categories,
        List<PolicyLevel> levels,
        List<IndustrySection> industries,
        @Nullable String words,
        OffsetDateTime createdAt) {}
