package cn.zhengqi.finance.activity;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a list of the console is narrowed by.
 *
 * @param q part of title, organiser or audience
 * @param over only those that are over, or only those that are not
 * @param sort {@code field,asc} or {@code field,desc}
 */
record ActivityFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable ActivityStatus status,
        @Nullable Boolean over,
        @Nullable String sort) {}
