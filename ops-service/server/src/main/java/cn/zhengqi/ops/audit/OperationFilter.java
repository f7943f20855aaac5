package cn.zhengqi.ops.audit;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Sort;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in 操作日志.
 *
 * @param who part of the name of whoever did it, or the id of their account
 * @param service Spring's name of the service
 * @param action of that service, or with it before a slash as a list of kinds has it, for services name what they do without regard to others; alone, of any service
 * @param subject part of the number or name of what it was done to, or its id
 * @param from first day, in the district
 * @param to last day
 * @param result whether it was done or refused
 * @param sort {@code occurredAt,asc} or {@code occurredAt,desc}; latest first when absent
 */
record OperationFilter(
        @Nullable @Size(max = 50) String who,
        @Nullable @Size(max = 50) String service,
        @Nullable @Size(max = 100) String action,
        @Nullable @Size(max = 100) String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable OperationResult result,
        @Nullable String sort) {

    /** An index of three letters helps those alone who write so many; shorter parts of names have their own. */
    private static final int TRIGRAM = 3;

    private static final Map<String, String> SORTABLE = Map.of("occurredAt", "occurred_at");

    OperationFilter {
        if (action != null && action.indexOf('/') > 0) {
            service = action.substring(0, action.indexOf('/'));
            action = action.substring(action.indexOf('/') + 1);
        }
    }

    /** SQL with its parameters in order, and how what it finds is ordered. */
    record Condition(String sql, List<Object> parameters, String order) {}

    /** @throws cn.zhengqi.kernel.ProblemException VALIDATION_FAILED for an order that there is not */
    Condition condition() {
        List<String> parts = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        named("actor_name", "actor_id", who, parts, parameters);
        named("subject_name", "subject_id", subject, parts, parameters);
        if (service != null && !service.isBlank()) {
            parts.add("service = ?");
            parameters.add(service);
        }
        if (action != null && !action.isBlank()) {
            parts.add("action = ?");
            parameters.add(action);
        }
        if (from != null) {
            parts.add("occurred_at >= ?");
            parameters.add(BusinessTime.at(BusinessTime.startOf(from)));
        }
        if (to != null) {
            parts.add("occurred_at < ?");
            parameters.add(BusinessTime.at(BusinessTime.endOf(to)));
        }
        if (result != null) {
            parts.add(result.condition());
        }
        return new Condition(parts.isEmpty() ? "" : " where " + String.join(" and ", parts), parameters, order());
    }

    /**
     * As people read it beside what was taken out by it.
     *
     * @param actionLabel what the action is called
     */
    String inWords(@Nullable String actionLabel) {
        return Conditions.inWords(
                Conditions.of("操作人", who),
                Conditions.of("服务", service == null ? null : Words.ALL.service(service)),
                Conditions.of("操作", actionLabel),
                Conditions.of("对象", subject),
                Conditions.of("结果", result == null ? null : Words.ALL.value("操作日志", "result", result.name())),
                Conditions.days(from, to));
    }

    private String order() {
        Sort<String> asked = Sort.parse(sort, SORTABLE);
        String way = asked != null && asked.ascending() ? " asc" : " desc";
        return " order by occurred_at" + way + ", seq" + way;
    }

    static void named(String name, String id, @Nullable String text, List<String> parts, List<Object> parameters) {
        if (text == null || text.isBlank()) {
            return;
        }
        String words = text.strip();
        UUID exactly = idOf(words);
        if (exactly != null) {
            parts.add(id + " = ?");
            parameters.add(exactly);
        } else if (words.codePointCount(0, words.length()) < TRIGRAM) {
            parts.add("ops_log.parts_of(" + name + ") @> array[?::text]");
            parameters.add(words);
        } else {
            parts.add(name + " like ?");
            parameters.add("%" + LikePattern.literal(words) + "%");
        }
    }

    private static @Nullable UUID idOf(String words) {
        try {
            return words.length() == 36 ? UUID.fromString(words) : null;
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
