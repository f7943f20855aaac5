package cn.zhengqi.matching.tag;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which tags are asked for.
 *
 * @param q part of the name or of the description
 * @param derived whether they follow from conditions; absent: either
 * @param retired absent: those in use and those that are not
 * @param sort {@code field,asc} or {@code field,desc}; by subject, category and name when absent
 */
record TagFilter(
        @Nullable @Size(max = 50, message = "关键词不超过 50 字") String q,
        @Nullable TagSubject subject,
        @Nullable TagKind kind,
        @Nullable @Size(max = 20, message = "分类不超过 20 字") String category,
        @Nullable Boolean derived,
        @Nullable Boolean retired,
        @Nullable String sort) {}
