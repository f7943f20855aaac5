package cn.zhengqi.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list as it is asked for: {@code field}, {@code field,asc} or {@code field,desc}.
 *
 * @param by what the field stands for, e.g. a column
 */
public record Sort<T>(T by, boolean ascending) {

    /**
     * Reads the parameter {@code sort}. Only what {@code known} names can be sorted by.
     *
     * @return null when absent or blank: the list's own order
     * @throws ProblemException VALIDATION_FAILED for another field or direction
     */
    public static <T> @Nullable Sort<T> parse(@Nullable String sort, Map<String, T> known) {
        if (sort == null || sort.isBlank()) {
            return null;
        }
        String[] parts = sort.strip().split(",", 2);
        T by = known.get(parts[0]);
        if (by == null) {
            throw ProblemException.validation("sort", "UNKNOWN", "不支持按此项排序");
        }
        boolean ascending = switch (parts.length == 1 ? "asc" : parts[1]) {
            case "asc" -> true;
            case "desc" -> false;
            default -> throw ProblemException.validation("sort", "FORMAT", "排序方向应为 asc 或 desc");
        };
        return new Sort<>(by, ascending);
    }
}
