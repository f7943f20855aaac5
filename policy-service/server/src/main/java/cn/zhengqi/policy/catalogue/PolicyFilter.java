package cn.zhengqi.policy.catalogue;

import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a reader narrows the list by.
 *
 * @param q words; each of them has to occur
 * @param tag basic or advanced
 */
public record PolicyFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable PolicyLevel level,
        @Nullable PolicyCategory category,
        @Nullable @Size(max = 50, message = "标签不超过 50 字") String tag,
        @Nullable PolicyStatus status) {}
