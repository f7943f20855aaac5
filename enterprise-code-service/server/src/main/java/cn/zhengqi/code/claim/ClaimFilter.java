package cn.zhengqi.code.claim;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.kernel.Uscc;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.enums.SqlKeyword;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a list of the console shows.
 *
 * @param q part of the enterprise's name, number of the claim, or a whole unified social credit code
 * @param from first day of submission; {@code to}: last day
 * @param overdue only those that were not reviewed within the promised time
 * @param sort {@code field,asc} or {@code field,desc}; newest first when absent
 */
record ClaimFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable ClaimStatus status,
        @Nullable Channel channel,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean overdue,
        @Nullable String sort) {

    private static final String PROMISE =
            " from promise where kind = '" + ClaimReviewPromises.KIND + "' and case_id = claim.id";

    /**
     * Expressions; in the first stands which end of time it is that comes last. By the promised date what waits comes before what stands still, and that before
     * what is decided, whichever way.
     */
    private static final Map<String, List<String>> SORTABLE = Map.of(
            "submittedAt", List.of("submitted_at"),
            "enterpriseName", List.of("enterprise_name"),
            "number", List.of("number"),
            "dueAt",
                    List.of(
                            "(select coalesce(due_at, '%sinfinity')" + PROMISE + " and ended_at is null)",
                            "(select due_at" + PROMISE + ")"));

    /**
     * @param scope what the caller may see
     * @throws ProblemException VALIDATION_FAILED for an order that there is not, or days the wrong way round
     */
    LambdaQueryWrapper<CodeClaim> query(DataScope scope, Instant now) {
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
        if (Boolean.TRUE.equals(overdue)) {
            query.apply(
                    "id in (select case_id from promise where kind = {0} and state in ('RUNNING', 'PAUSED') and due_at <= {1})",
                    ClaimReviewPromises.KIND, BusinessTime.at(now));
        }
        return order(query);
    }

    private LambdaQueryWrapper<CodeClaim> order(LambdaQueryWrapper<CodeClaim> query) {
        Sort<List<String>> order = Sort.parse(sort, SORTABLE);
        if (order == null) {
            query.orderByDesc(CodeClaim::getSubmittedAt);
        } else {
            // Texts alone: the query is copied to be counted.
            String way = (order.ascending() ? "asc" : "desc") + " nulls last";
            for (String expression : order.by()) {
                String by = expression.formatted(order.ascending() ? "" : "-");
                query.getExpression().add(SqlKeyword.ORDER_BY, () -> by, () -> way);
            }
        }
        return query.orderByAsc(CodeClaim::getId);
    }
}
