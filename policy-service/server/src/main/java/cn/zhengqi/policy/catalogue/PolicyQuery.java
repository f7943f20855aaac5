package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
        /** What ends next comes first, then what has no end, then what is over. */
        DEADLINE,
        PUBLISH_DATE,
        EFFECTIVE_FROM,
        VALID_TO,
        TITLE,
        CODE;

        /** Whether it has one direction only. */
        public boolean isFixed() {
            return this == RELEVANCE || this == DEADLINE;
        }
    }

    private static final Map<String, Order> ORDERS = Map.of(
            "relevance",
            Order.RELEVANCE,
            "deadline",
            Order.DEADLINE,
            "publishDate",
            Order.PUBLISH_DATE,
            "effectiveFrom",
            Order.EFFECTIVE_FROM,
            "validTo",
            Order.VALID_TO,
            "title",
            Order.TITLE,
            "code",
            Order.CODE);

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    static PolicyQuery of(
            PolicyFilter filter, List<List<String>> terms, LocalDate day, @Nullable String sort, PageRequest page) {
        String text = filter.q() == null || filter.q().isBlank() ? null : SearchText.normalise(filter.q());
        Sort<Order> asked = Sort.parse(sort, ORDERS);
        Order unasked = text == null ? Order.PUBLISH_DATE : Order.RELEVANCE;
        return new PolicyQuery(
                text,
                terms,
                List.of(),
                filter.level(),
                filter.category(),
                filter.tag(),
                filter.status(),
                day,
                asked == null ? unasked : asked.by(),
                asked != null && asked.ascending(),
                page);
    }

    /** The same, but content with most of the words. */
    PolicyQuery loosely() {
        List<String> pieces = text == null ? List.of() : SearchText.pairs(text);
        return new PolicyQuery(text, List.of(), pieces, level, category, tag, status, day, order, ascending, page);
    }

    /** Whether the wording of documents is looked into as well. */
    public boolean isInDocuments() {
        return text != null && SearchText.areOfDocuments(SearchText.terms(text));
    }

    /** How many of the pairs have to occur. */
    public int pairsNeeded() {
        return Math.max(2, (pairs.size() * 2 + 4) / 5);
    }
}
