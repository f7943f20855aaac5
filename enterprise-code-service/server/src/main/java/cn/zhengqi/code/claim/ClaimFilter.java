package cn.zhengqi.code.claim;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
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
 * Which claims a list of the console shows.
 *
 * @param q part of the enterprise's name, number of the claim, or a whole unified social credit code
 * @param from first day of submission; {@code to}: last day
 * @param sort {@code field,asc} or {@code field,desc}; newest first when absent
 */
record ClaimFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable ClaimStatus status,
        @Nullable Channel channel,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    private static final Map<String, SFunction<CodeClaim, ?>> SORTABLE = Map.of(
            "submittedAt", CodeClaim::getSubmittedAt,
            "enterpriseName", CodeClaim::getEnterpriseName,
            "number", CodeClaim::getNumber);

    /**
     * @param scope what the caller may see
     * @throws ProblemException VALIDATION_FAILED for an order that there is not, or days the wrong way round
     */
    LambdaQueryWrapper<CodeClaim> query(DataScope scope) {
        BusinessTime.requirePeriod(from, to);
        LambdaQueryWrapper<CodeClaim> query = ClaimMapper.SCOPED.within(scope, new LambdaQueryWrapper<>());
        if (q != null && !q.isBlank()) {
            String text = q.strip();
            Optional<Uscc> uscc = Uscc.tryParse(text);
            if (uscc.isPresent()) {
                query.eq(CodeClaim::getUscc, uscc.get().value());
            } else {
                query.and(either -> either.like(CodeClaim::getEnterpriseName, LikePattern.literal(text))
                        .or()
                        .eq(CodeClaim::getNumber, text));
            }
        }
        query.eq(status != null, CodeClaim::getStatus, status);
        query.eq(channel != null, CodeClaim::getChannel, channel);
        if (from != null) {
            query.ge(CodeClaim::getSubmittedAt, BusinessTime.startOf(from));
        }
        if (to != null) {
            query.lt(CodeClaim::getSubmittedAt, BusinessTime.endOf(to));
        }
        return order(query);
    }

    private LambdaQueryWrapper<CodeClaim> order(LambdaQueryWrapper<CodeClaim> query) {
        Sort<SFunction<CodeClaim, ?>> order = Sort.parse(sort, SORTABLE);
        return (order == null
                        ? query.orderByDesc(CodeClaim::getSubmittedAt)
                        : query.orderBy(true, order.ascending(), order.by()))
                .orderByAsc(CodeClaim::getId);
    }
}
