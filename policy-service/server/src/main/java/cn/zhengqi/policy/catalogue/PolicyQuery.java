package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which policies are wanted, in the form the database needs.
 *
 * @param text what was typed, normalised; absent: no words
 * @param terms every one of them has to occur, each in one of its ways of being said, as {@code like} patterns
 * @param pairs two-character pieces of the text of which most have to occur, for a text that no policy contains as it is
 * @param day of which the status is asked
 */
record PolicyQuery(
        @Nullable String text,
        List<List<String>> terms,
        List<String> pairs,
        @Nullable PolicyLevel level,
        @Nullable PolicyCategory category,
        @Nullable String tag,
        @Nullable PolicyStatus status,
        LocalDate day,
        Order order,
        boolean ascending,
        PageRequest page) {

    enum Order {
        RELEVANCE,
        PUBLISH_DATE,
        EFFECTIVE_FROM,
        VALID_TO,
        TITLE,
        CODE;

        /**
         * @param sort {@code field} or {@code field,asc|desc}
         * @throws ProblemException VALIDATION_FAILED for anything else
         */
        static Order of(String sort) {
            return switch (sort.split(",", 2)[0]) {
                case "relevance" -> RELEVANCE;
                case "publishDate" -> PUBLISH_DATE;
                case "effectiveFrom" -> EFFECTIVE_FROM;
                case "validTo" -> VALID_TO;
                case "title" -> TITLE;
                case "code" -> CODE;
                default -> throw ProblemException.validation("sort", "UNKNOWN", "不支持按此字段排序");
            };
        }
    }

    static PolicyQuery of(
            PolicyFilter filter, List<List<String>> terms, LocalDate day, @Nullable String sort, PageRequest page) {
        String text = filter.q() == null || filter.q().isBlank() ? null : SearchText.normalise(filter.q());
        Order order =
                sort == null || sort.isBlank() ? (text == null ? Order.PUBLISH_DATE : Order.RELEVANCE) : Order.of(sort);
        boolean ascending = switch (order) {
            case RELEVANCE -> false;
            case TITLE, CODE, VALID_TO -> !direction(sort).equals("desc");
            default -> direction(sort).equals("asc");
        };
        return new PolicyQuery(
                text,
                terms,
                List.of(),
                filter.level(),
                filter.category(),
                filter.tag(),
                filter.status(),
                day,
                order,
                ascending,
                page);
    }

    /** The same, but content with most of the words. */
    PolicyQuery loosely() {
        List<String> pieces = text == null ? List.of() : SearchText.pairs(text);
        return new PolicyQuery(text, List.of(), pieces, level, category, tag, status, day, order, ascending, page);
    }

    /** How many of the pairs have to occur. */
    public int pairsNeeded() {
        return Math.max(2, (pairs.size() * 2 + 4) / 5);
    }

    private static String direction(@Nullable String sort) {
        String[] parts = Objects.requireNonNullElse(sort, "").split(",", 2);
        if (parts.length < 2) {
            return "";
        }
        String direction = parts[1].strip().toLowerCase(Locale.ROOT);
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw ProblemException.validation("sort", "FORMAT", "排序方向应为 asc 或 desc");
        }
        return direction;
    }
}
