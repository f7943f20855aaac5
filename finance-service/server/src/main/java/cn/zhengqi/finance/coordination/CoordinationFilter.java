package cn.zhengqi.finance.coordination;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the lists and figures of 小微融资协调 are narrowed by. Each list takes of it what it has.
 *
 * @param q part of number, name, credit code, town or visitor
 * @param townCode where the enterprise lies
 * @param bankId to which it was recommended, or whose people visited
 * @param needed for visits: those where the enterprise needs money, or those where it does not
 * @param from first day: of the visit, the declaration, or the recommendation
 * @param to last day of it
 */
public record CoordinationFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable @Size(max = 20, message = "请选择列出的镇街") String townCode,
        @Nullable UUID bankId,
        @Nullable CaseStatus status,
        @Nullable RecommendationStatus answer,
        @Nullable @Size(max = 40, message = "请选择列出的原因") String reason,
        @Nullable Boolean needed,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to) {

    static CoordinationFilter of(@Nullable CaseStatus status) {
        return new CoordinationFilter(null, null, null, status, null, null, null, null, null);
    }
}
