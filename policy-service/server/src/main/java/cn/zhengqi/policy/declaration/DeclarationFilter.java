package cn.zhengqi.policy.declaration;

import cn.zhengqi.policy.desk.DueIn;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What a list of declarations is narrowed by.
 *
 * @param q part of number, enterprise or project
 * @param from first day of submission
 * @param to last day of submission
 * @param mine only those that the caller has taken on
 * @param waiting only those whose step the caller's institution acts in, and that nobody or the caller has taken on
 * @param due only those whose step is promised for then
 */
record DeclarationFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable DeclarationStatus status,
        @Nullable UUID projectId,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable Boolean mine,
        @Nullable Boolean waiting,
        @Nullable DueIn due) {

    static DeclarationFilter of(@Nullable DeclarationStatus status) {
        return new DeclarationFilter(null, status, null, null, null, null, null, null);
    }
}
