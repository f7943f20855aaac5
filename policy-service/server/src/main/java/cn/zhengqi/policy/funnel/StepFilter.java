package cn.zhengqi.policy.funnel;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which enterprises are listed; none while policy or step is not chosen.
 *
 * @param step what they did under the policy
 * @param q part of the enterprise's name
 */
record StepFilter(
        @Nullable UUID policyId,
        @Nullable ListedStep step,
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q) {}
