package cn.zhengqi.code.issued;

import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.kernel.Uscc;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.support.SFunction;
import jakarta.validation.constraints.Size;
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
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable CodeStatus status,
        @Nullable CodeLevel level,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    private static final Map<String, SFunction<Code, ?>> SORTABLE = Map.of(
            "issuedAt", Code::getIssuedAt,
            "enterpriseName", Code::getEnterpriseName,
            "number", Code::getNumber);

    /**
     * @param scope what the caller may see
     * @throws ProblemException VALIDATION_FAILED for an order that there is not, or days the wrong way round
     */
    LambdaQueryWrapper<Code> query(DataScope scope) {
        BusinessTime.requirePeriod(from, to);
        LambdaQueryWrapper<Code> query = CodeMapper.SCOPED.within(scope, new LambdaQueryWrapper<>());
        if (q != null && !q.isBlank()) {
            String text = q.strip();
            Optional<Uscc> uscc = Uscc.tryParse(text);
            if (uscc.isPresent()) {
                query.eq(Code::getUscc, uscc.get().value());
            } else {
                query.and(either -> either.like(Code::getEnterpriseName, LikePattern.literal(text))
                        .or()
                        .eq(Code::getNumber, text));
            }
        }
        query.eq(status != null, Code::getStatus, status);
        query.eq(level != null, Code::getLevel, level);
        if (from != null) {
            query.ge(Code::getIssuedAt, BusinessTime.startOf(from));
        }
        if (to != null) {
            query.lt(Code::getIssuedAt, BusinessTime.endOf(to));
        }
        return order(query);
    }

    private LambdaQueryWrapper<Code> order(LambdaQueryWrapper<Code> query) {
        Sort<SFunction<Code, ?>> order = Sort.parse(sort, SORTABLE);
        return (order == null
                        ? query.orderByDesc(Code::getIssuedAt)
                        : query.orderBy(true, order.ascending(), order.by()))
                .orderByAsc(Code::getId);
    }
}
