package cn.zhengqi.code.claim;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Uscc;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.support.SFunction;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a list of the console shows.
 *
 * @param q part of the enterprise's name, number of the claim, or a whole unified social credit code
 * @param from first day of submission; {@code to}: last day
 * @param sort {@code field,asc} or {@code field,desc}; newest first when absent
 */
record ClaimFilter(
        @Nullable String q,
        @Nullable ClaimStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    private static final Map<String, SFunction<CodeClaim, ?>> SORTABLE = Map.of(
            "submittedAt", CodeClaim::getSubmittedAt,
            "enterpriseName", CodeClaim::getEnterpriseName,
            "number", CodeClaim::getNumber);

    LambdaQueryWrapper<CodeClaim> query() {
        LambdaQueryWrapper<CodeClaim> query = new LambdaQueryWrapper<>();
        if (q != null && !q.isBlank()) {
            String text = q.strip();
            Optional<Uscc> uscc = Uscc.tryParse(text);
            if (uscc.isPresent()) {
                query.eq(CodeClaim::getUscc, uscc.get().value());
            } else {
                query.and(either -> either.like(CodeClaim::getEnterpriseName, literal(text))
                        .or()
                        .eq(CodeClaim::getNumber, text));
            }
        }
        query.eq(status != null, CodeClaim::getStatus, status);
        if (from != null) {
            query.ge(
                    CodeClaim::getSubmittedAt,
                    from.atStartOfDay(BusinessTime.ZONE).toInstant());
        }
        if (to != null) {
            query.lt(
                    CodeClaim::getSubmittedAt,
                    to.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant());
        }
        return order(query);
    }

    private LambdaQueryWrapper<CodeClaim> order(LambdaQueryWrapper<CodeClaim> query) {
        if (sort == null || sort.isBlank()) {
            return query.orderByDesc(CodeClaim::getSubmittedAt).orderByAsc(CodeClaim::getId);
        }
        String[] parts = sort.split(",", 2);
        SFunction<CodeClaim, ?> column = SORTABLE.get(parts[0]);
        boolean descending = parts.length == 2 && parts[1].equals("desc");
        if (column == null || (parts.length == 2 && !descending && !parts[1].equals("asc"))) {
            throw ProblemException.validation("sort", "UNKNOWN", "不支持按此项排序");
        }
        return query.orderBy(true, !descending, column).orderByAsc(CodeClaim::getId);
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
