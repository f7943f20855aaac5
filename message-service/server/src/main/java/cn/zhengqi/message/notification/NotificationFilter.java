package cn.zhengqi.message.notification;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.message.api.MessageKind;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import com.baomidou.mybatisplus.core.toolkit.support.SFunction;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications are looked for.
 *
 * @param q part of title or text
 * @param from first day on which they were written, in the district
 * @param to last day
 * @param sort by createdAt, sendAt or people; what was written last comes first when absent
 */
record NotificationFilter(
        @Nullable NotificationState state,
        @Nullable MessageKind kind,
        @Nullable @Size(max = 50, message = "关键词不超过 50 字") String q,

        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    private static final Map<String, SFunction<Notification, ?>> SORTABLE = Map.of(
            "createdAt", Notification::getCreatedAt,
            "sendAt", Notification::getSendAt,
            "people", Notification::getPeople);

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not, or days the wrong way round */
    LambdaQueryWrapper<Notification> query() {
        BusinessTime.requirePeriod(from, to);
        LambdaQueryWrapper<Notification> query = Wrappers.lambdaQuery(Notification.class)
                .eq(state != null, Notification::getState, state)
                .eq(kind != null, Notification::getKind, kind);
        String words = q == null ? "" : LikePattern.literal(q.strip());
        query.and(
                !words.isEmpty(),
                either -> either.like(Notification::getTitle, words).or().like(Notification::getBody, words));
        if (from != null) {
            query.ge(Notification::getCreatedAt, BusinessTime.startOf(from));
        }
        if (to != null) {
            query.lt(Notification::getCreatedAt, BusinessTime.endOf(to));
        }
        Sort<SFunction<Notification, ?>> asked = Sort.parse(sort, SORTABLE);
        if (asked != null) {
            query.orderBy(true, asked.ascending(), asked.by());
        }
        return query.orderByDesc(Notification::getCreatedAt).orderByDesc(Notification::getId);
    }
}
