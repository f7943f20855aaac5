package cn.zhengqi.ops.audit;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in 操作日志.
 *
 * @param who part of the name of whoever did it, or the id of their account
 * @param service Spring's name of the service
 * @param action of that service
 * @param subject part of the number or name of what it was done to, or its id
 * @param from first day, in the district
 * @param to last day
 */
record OperationFilter(
        @Nullable @Size(max = 50) String who,
        @Nullable @Size(max = 50) String service,
        @Nullable @Size(max = 50) String action,
        @Nullable @Size(max = 100) String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** SQL with its parameters in order. */
    record Condition(String sql, List<Object> parameters) {}

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
        return new Condition(parts.isEmpty() ? "" : " where " + String.join(" and ", parts), parameters);
    }

    private static void named(
            String name, String id, @Nullable String text, List<String> parts, List<Object> parameters) {
        if (text == null || text.isBlank()) {
            return;
        }
        String words = text.strip();
        UUID exactly = idOf(words);
        parts.add(exactly == null ? name + " like ?" : id + " = ?");
        parameters.add(exactly == null ? "%" + LikePattern.literal(words) + "%" : exactly);
    }

    private static @Nullable UUID idOf(String words) {
        try {
            return words.length() == 36 ? UUID.fromString(words) : null;
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
