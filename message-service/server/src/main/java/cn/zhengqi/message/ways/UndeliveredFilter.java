package cn.zhengqi.message.ways;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.PushChannel;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which messages that did not arrive are looked for.
 *
 * @param title part of what it says
 * @param receiver part of the receiver's name
 * @param channel way that failed
 * @param from first day on which it failed for good, in the district
 * @param to last day
 * @param sort {@code endedAt,asc} or {@code endedAt,desc}; latest first when absent
 */
record UndeliveredFilter(
        @Nullable @Size(max = 50) String title,
        @Nullable @Size(max = 50) String receiver,
        @Nullable MessageKind kind,
        @Nullable PushChannel channel,
        @Nullable Boolean resendable,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    private static final Map<String, String> SORTABLE = Map.of("endedAt", "o.ended_at");

    /** SQL with its parameters in order, and how what it finds is ordered. */
    record Condition(String sql, List<Object> parameters, String order) {}

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    Condition condition() {
        BusinessTime.requirePeriod(from, to);
        StringBuilder sql = new StringBuilder(" where true");
        List<Object> parameters = new ArrayList<>();
        String words = LikePattern.containing(title);
        if (words != null) {
            sql.append(" and o.title like ?");
            parameters.add(words);
        }
        String name = LikePattern.containing(receiver);
        if (name != null) {
            sql.append(" and o.account_id in (select account_id from member where name ilike ?"
                    + " union select account_id from account_name where name ilike ?)");
            parameters.add(name);
            parameters.add(name);
        }
        if (kind != null) {
            sql.append(" and o.kind = ?");
            parameters.add(kind.name());
        }
        if (channel != null) {
            sql.append(" and ? = any(o.failed)");
            parameters.add(channel.name());
        }
        if (resendable != null) {
            sql.append(" and o.state = ?");
            parameters.add(resendable ? "FAILED" : "UNCERTAIN");
        }
        if (from != null) {
            sql.append(" and o.ended_at >= ?");
            parameters.add(BusinessTime.at(BusinessTime.startOf(from)));
        }
        if (to != null) {
            sql.append(" and o.ended_at < ?");
            parameters.add(BusinessTime.at(BusinessTime.endOf(to)));
        }
        Sort<String> asked = Sort.parse(sort, SORTABLE);
        String way = asked != null && asked.ascending() ? " asc" : " desc";
        return new Condition(sql.toString(), parameters, " order by o.ended_at" + way + ", o.message_id" + way);
    }
}
