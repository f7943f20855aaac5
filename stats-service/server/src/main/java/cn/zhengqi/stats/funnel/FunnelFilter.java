package cn.zhengqi.stats.funnel;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the list of funnels is narrowed by.
 *
 * @param q part of the policy's title or of its issuer
 */
record FunnelFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q) {}
