package cn.zhengqi.matching.dictionary;

import cn.zhengqi.matching.api.facts.FactSource;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are asked for.
 *
 * @param q part of name, label, alias or hint
 * @param retired whether those are asked for that nothing new may name; else the others
 * @param sort {@code field,asc} or {@code field,desc}; in the order of the dictionary when absent
 */
record FactFilter(
        @Nullable @Size(max = 50, message = "关键词不超过 50 字") String q,
        @Nullable @Size(max = 20, message = "分组不超过 20 字") String group,
        @Nullable FactSource source,
        @Nullable Boolean retired,
        @Nullable String sort) {}
