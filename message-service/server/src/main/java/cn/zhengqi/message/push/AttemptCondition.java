package cn.zhengqi.message.push;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which attempts {@code a} to bring something by an outer way are looked for: SQL with its parameters in order. Immutable: each method gives a narrower one. */
public record AttemptCondition(String sql, List<Object> parameters) {

    private static final Map<String, String> SORTABLE = Map.of("sentAt", "a.sent_at");

    public static AttemptCondition any() {
        return new AttemptCondition("", List.of());
    }

    /** @param condition without parameters */
    public AttemptCondition where(String condition) {
        return and(condition, List.of());
    }

    /** Nothing is asked where there is no value. */
    public AttemptCondition equal(String column, @Nullable UUID value) {
        return value == null ? this : and(column + " = ?", List.of(value));
    }

    public AttemptCondition equal(String column, @Nullable Enum<?> value) {
        return value == null ? this : and(column + " = ?", List.of(value.name()));
    }

    /** @param part of the receiver's name */
    public AttemptCondition receiver(@Nullable String part) {
        String name = LikePattern.containing(part);
        return name == null
                ? this
                : and(
                        "a.account_id in (select account_id from member where name ilike ?"
                                + " union select account_id from account_name where name ilike ?)",
                        List.of(name, name));
    }

    /** Both days belong to it, as the district counts them. */
    public AttemptCondition days(@Nullable LocalDate from, @Nullable LocalDate to) {
        AttemptCondition since =
                from == null ? this : and("a.sent_at >= ?", List.of(BusinessTime.at(BusinessTime.startOf(from))));
        return to == null ? since : since.and("a.sent_at < ?", List.of(BusinessTime.at(BusinessTime.endOf(to))));
    }

    /**
     * @param sort {@code sentAt,asc} or {@code sentAt,desc}; latest first when absent
     * @throws ProblemException VALIDATION_FAILED for an order that there is not
     */
    public static String order(@Nullable String sort) {
        Sort<String> asked = Sort.parse(sort, SORTABLE);
        String way = asked != null && asked.ascending() ? " asc" : " desc";
        return " order by a.sent_at" + way + ", a.id" + way;
    }

    private AttemptCondition and(String condition, List<?> values) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(values);
        return new AttemptCondition((sql.isEmpty() ? " where " : sql + " and ") + condition, List.copyOf(all));
    }
}
