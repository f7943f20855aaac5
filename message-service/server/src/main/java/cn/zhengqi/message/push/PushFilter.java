package cn.zhengqi.message.push;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.message.api.MessageKind;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in 信息推送日志.
 *
 * @param title part of it
 * @param receiver part of the receiver's name
 * @param from first day, in the district
 * @param to last day
 * @param sort {@code sentAt,asc} or {@code sentAt,desc}; latest first when absent
 */
record PushFilter(
        @Nullable UUID accountId,
        @Nullable MessageKind kind,
        @Nullable PushChannel channel,
        @Nullable PushResult result,
        @Nullable @Size(max = 50) String title,
        @Nullable @Size(max = 50) String receiver,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    private static final Map<String, String> SORTABLE = Map.of("sentAt", "l.sent_at");

    private static final String ITS_OWN = "select from sms_attempt t where t.push_id = l.message_id and ";

    /** SQL with its parameters in order, and how what it finds is ordered. */
    record Condition(String sql, List<Object> parameters, String order) {}

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    Condition condition() {
        List<String> parts = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        equal("l.account_id", accountId, parts, parameters);
        equal("l.kind", nameOf(kind), parts, parameters);
        equal("l.channel", nameOf(channel), parts, parameters);
        if (result != null) {
            parts.add(
                    switch (result) {
                        case DELIVERED -> "(l.result = 'DELIVERED' or exists (" + ITS_OWN + "t.state = 'DELIVERED'))";
                        case FAILED ->
                            "(l.result = 'FAILED' and not exists (" + ITS_OWN + "t.state in ('ACCEPTED', 'DELIVERED'))"
                                    + " or exists (" + ITS_OWN + "t.state = 'UNDELIVERED'))";
                        case ACCEPTED ->
                            "(l.result = 'ACCEPTED' or exists (" + ITS_OWN + "t.state = 'ACCEPTED')) and not exists ("
                                    + ITS_OWN + "t.state in ('DELIVERED', 'UNDELIVERED'))";
                    });
        }
        String words = LikePattern.containing(title);
        if (words != null) {
            parts.add("l.title like ?");
            parameters.add(words);
        }
        String name = LikePattern.containing(receiver);
        if (name != null) {
            parts.add("l.account_id in (select account_id from member where name ilike ?"
                    + " union select account_id from account_name where name ilike ?)");
            parameters.add(name);
            parameters.add(name);
        }
        if (from != null) {
            parts.add("l.sent_at >= ?");
            parameters.add(BusinessTime.at(BusinessTime.startOf(from)));
        }
        if (to != null) {
            parts.add("l.sent_at < ?");
            parameters.add(BusinessTime.at(BusinessTime.endOf(to)));
        }
        return new Condition(parts.isEmpty() ? "" : " where " + String.join(" and ", parts), parameters, order());
    }

    private String order() {
        Sort<String> asked = Sort.parse(sort, SORTABLE);
        String way = asked != null && asked.ascending() ? " asc" : " desc";
        return " order by l.sent_at" + way + ", l.seq" + way;
    }

    private static void equal(String column, @Nullable Object value, List<String> parts, List<Object> parameters) {
        if (value != null) {
            parts.add(column + " = ?");
            parameters.add(value);
        }
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
