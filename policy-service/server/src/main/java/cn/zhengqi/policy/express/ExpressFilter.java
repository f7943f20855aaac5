package cn.zhengqi.policy.express;

import cn.zhengqi.policy.api.PolicyCategory;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed by.
 *
 * @param q part of the project's title, of the policy's or of the department's name
 * @param institutionId the department whose project it is
 */
record ExpressFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable PolicyCategory category,
        @Nullable UUID institutionId,
        @Nullable ExpressKind kind) {}
