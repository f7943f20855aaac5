package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.policy.project.ProjectStatus;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the console's list of projects is narrowed by.
 *
 * @param q part of the title or of the policy's
 * @param closing only those that are open and soon over
 * @param sort {@code field,asc} or {@code field,desc}
 */
record RedemptionProjectFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable ProjectStatus status,
        @Nullable RedemptionKind kind,
        @Nullable UUID policyId,
        @Nullable Boolean closing,
        @Nullable String sort) {}
