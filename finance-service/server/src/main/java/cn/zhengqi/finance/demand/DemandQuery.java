package cn.zhengqi.finance.demand;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which demands are wanted, in the form the database needs. Who asks is a part of it.
 *
 * @param from first moment of posting
 * @param before first moment that is too late
 */
record DemandQuery(
        Reader reader,
        @Nullable String pattern,
        @Nullable DemandStatus status,
        @Nullable Boolean mine,
        @Nullable Instant from,
        @Nullable Instant before,
        Order order,
        boolean ascending) {

    /**
     * One of three: an enterprise, somebody of a bank, or who looks after all.
     *
     * @param today after whose end a demand is over, for a bank
     */
    record Reader(
            @Nullable UUID enterprise,
            @Nullable BankReach bank,
            @Nullable DataScope office,
            LocalDate today) {

        static Reader enterprise(UUID id, LocalDate today) {
            return new Reader(id, null, null, today);
        }

        static Reader bank(BankReach reach, LocalDate today) {
            return new Reader(null, reach, null, today);
        }

        static Reader office(DataScope scope, LocalDate today) {
            return new Reader(null, null, scope, today);
        }
    }

    enum Order {
        POSTED_AT,
        AMOUNT,
        TERM,
        WANTED_ON,
        EXPIRES_ON
    }

    private static final Map<String, Order> ORDERS = Map.of(
            "postedAt", Order.POSTED_AT,
            "amount", Order.AMOUNT,
            "termMonths", Order.TERM,
            "wantedOn", Order.WANTED_ON,
            "expiresOn", Order.EXPIRES_ON);

    /** @throws ProblemException VALIDATION_FAILED when the days are the wrong way round or the order is unknown */
    static DemandQuery of(Reader reader, DemandFilter filter, @Nullable String sort) {
        BusinessTime.requirePeriod(filter.from(), filter.to());
        Sort<Order> order = Sort.parse(sort, ORDERS);
        return new DemandQuery(
                reader,
                LikePattern.containing(filter.q()),
                filter.status(),
                filter.mine(),
                filter.from() == null ? null : BusinessTime.startOf(filter.from()),
                filter.to() == null ? null : BusinessTime.endOf(filter.to()),
                order == null ? Order.POSTED_AT : order.by(),
                order != null && order.ascending());
    }
}
