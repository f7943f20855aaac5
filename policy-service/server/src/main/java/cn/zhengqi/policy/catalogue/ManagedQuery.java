package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which policies the console wants, in the form the database needs.
 *
 * @param patterns every one of them has to occur
 * @param inDocuments whether the wording of documents is looked into as well
 * @param day of which the status is asked
 * @param keeper what who asks keeps
 * @param reader who asks
 */
record ManagedQuery(
        ManagedFilter filter,
        List<String> patterns,
        boolean inDocuments,
        LocalDate day,
        PolicyKeeper keeper,
        UUID reader,
        Order order,
        boolean ascending) {

    enum Order {
        PUBLISH_DATE,
        VALID_TO,
        TITLE,
        LEVEL,
        CATEGORY,
        PUBLICATION,
        CODE
    }

    private static final Map<String, Order> ORDERS = Map.of(
            "publishDate",
            Order.PUBLISH_DATE,
            "validTo",
            Order.VALID_TO,
            "title",
            Order.TITLE,
            "level",
            Order.LEVEL,
            "category",
            Order.CATEGORY,
            "publication",
            Order.PUBLICATION,
            "code",
            Order.CODE);

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not, or days the wrong way round */
    static ManagedQuery of(ManagedFilter filter, LocalDate day, PolicyKeeper keeper, UUID reader) {
        BusinessTime.requirePeriod(filter.from(), filter.to());
        List<String> terms = filter.q() == null ? List.of() : SearchText.terms(filter.q());
        Sort<Order> order = Sort.parse(filter.sort(), ORDERS);
        return new ManagedQuery(
                filter,
                terms.stream().map(SearchText::pattern).toList(),
                SearchText.areOfDocuments(terms),
                day,
                keeper,
                reader,
                order == null ? Order.PUBLISH_DATE : order.by(),
                order != null && order.ascending());
    }

    /** As the day of publication is stored: a text, of a document known by its month or year only a shorter one. */
    public @Nullable String from() {
        return filter.from() == null ? null : filter.from().toString();
    }

    public @Nullable String to() {
        return filter.to() == null ? null : filter.to().toString();
    }
}
