package cn.zhengqi.message.wechat;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.message.push.PushChannel;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among the attempts at WeChat.
 *
 * @param receiver part of the receiver's name
 * @param from first day, in the district
 * @param to last day
 * @param sort {@code sentAt,asc} or {@code sentAt,desc}; latest first when absent
 */
record WeChatAttemptFilter(
        @Nullable UUID accountId,
        @Nullable PushChannel way,
        @Nullable WeChatAttemptState state,
        @Nullable @Size(max = 50) String receiver,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    private static final Map<String, String> SORTABLE = Map.of("sentAt", "a.sent_at");

    /** SQL with its parameters in order. */
    record Condition(String sql, List<Object> parameters) {}

    Condition condition() {
        List<String> parts = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        equal("a.account_id", accountId, parts, parameters);
        equal("a.way", way == null ? null : way.name(), parts, parameters);
        equal("a.state", state == null ? null : state.name(), parts, parameters);
        String name = LikePattern.containing(receiver);
        if (name != null) {
            parts.add("a.account_id in (select account_id from member where name ilike ?"
                    + " union select account_id from account_name where name ilike ?)");
            parameters.add(name);
            parameters.add(name);
        }
        if (from != null) {
            parts.add("a.sent_at >= ?");
            parameters.add(BusinessTime.at(BusinessTime.startOf(from)));
        }
        if (to != null) {
            parts.add("a.sent_at < ?");
            parameters.add(BusinessTime.at(BusinessTime.endOf(to)));
        }
        return new Condition(parts.isEmpty() ? "" : " where " + String.join(" and ", parts), parameters);
    }

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    String order() {
        Sort<String> asked = Sort.parse(sort, SORTABLE);
        String direction = asked != null && asked.ascending() ? " asc" : " desc";
        return " order by a.sent_at" + direction + ", a.id" + direction;
    }

    private static void equal(String column, @Nullable Object value, List<String> parts, List<Object> parameters) {
        if (value != null) {
            parts.add(column + " = ?");
            parameters.add(value);
        }
    }
}
