package cn.zhengqi.code.issued;

import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
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
 * Which codes a list of the console shows.
 *
 * @param q part of the enterprise's name, number of the code, or a whole unified social credit code
 * @param from first day of issue; {@code to}: last day
 * @param sort {@code field,asc} or {@code field,desc}; newest first when absent
 */
record CodeFilter(
        @Nullable String q,
        @Nullable CodeStatus status,
        @Nullable CodeLevel level,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    private static final Map<String, SFunction<Code, ?>> SORTABLE = Map.of(
            "issuedAt", Code::getIssuedAt,
            "enterpriseName", Code::getEnterpriseName,
            "number", Code::getNumber);

    LambdaQueryWrapper<Code> query() {
        LambdaQueryWrapper<Code> query = new LambdaQueryWrapper<>();
        if (q != null && !q.isBlank()) {
            String text = q.strip();
            Optional<Uscc> uscc = Uscc.tryParse(text);
            if (uscc.isPresent()) {
                query.eq(Code::getUscc, uscc.get().value());
            } else {
                query.and(either ->
                        either.like(Code::getEnterpriseName, literal(text)).or().eq(Code::getNumber, text));
            }
        }
        query.eq(status != null, Code::getStatus, status);
        query.eq(level != null, Code::getLevel, level);
        if (from != null) {
            query.ge(Code::getIssuedAt, from.atStartOfDay(BusinessTime.ZONE).toInstant());
        }
        if (to != null) {
            query.lt(
                    Code::getIssuedAt,
                    to.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant());
        }
        return order(query);
    }

    private LambdaQueryWrapper<Code> order(LambdaQueryWrapper<Code> query) {
        if (sort == null || sort.isBlank()) {
            return query.orderByDesc(Code::getIssuedAt).orderByAsc(Code::getId);
        }
        String[] parts = sort.split(",", 2);
        SFunction<Code, ?> column = SORTABLE.get(parts[0]);
        boolean descending = parts.length == 2 && parts[1].equals("desc");
        if (column == null || (parts.length == 2 && !descending && !parts[1].equals("asc"))) {
            throw ProblemException.validation("sort", "UNKNOWN", "不支持按此项排序");
        }
        return query.orderBy(true, !descending, column).orderByAsc(Code::getId);
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
