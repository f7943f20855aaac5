package cn.zhengqi.policy.catalogue;

import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the upkeep of the library is narrowed by.
 *
 * @param q words; each of them has to occur in code, title, number, issuer, tags or text
 * @param status how it stands today
 * @param from first day of publication by the issuer; {@code to}: last day
 * @param sort {@code field,asc} or {@code field,desc}; newest document first when absent
 */
record ManagedFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable PolicyLevel level,
        @Nullable PolicyCategory category,
        @Nullable PolicyStatus status,
        @Nullable Publication publication,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {}
