package cn.zhengqi.finance.demand;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What became of demands, as far as somebody reaches.
 *
 * @param chosen became applications
 * @param amount yuan that was asked for in all
 * @param chosenAmount yuan asked for by those that became applications
 * @param unclaimed open ones that no bank has claimed
 */
record DemandFigures(
        long posted,
        long open,
        long chosen,
        long withdrawn,
        long expired,
        long unclaimed,
        BigDecimal amount,
        BigDecimal chosenAmount,
        List<OfBank> banks) {

    record Totals(
            long posted,
            long open,
            long chosen,
            long withdrawn,
            long expired,
            long unclaimed,
            BigDecimal amount,
            BigDecimal chosenAmount) {}

    /** What one bank did: how many it claimed, made an offer for, gave back, and was chosen for. */
    record OfBank(UUID bankId, String bankName, long claimed, long offered, long givenBack, long chosen) {}

    static DemandFigures of(Totals all, List<OfBank> banks) {
        return new DemandFigures(
                all.posted(),
                all.open(),
                all.chosen(),
                all.withdrawn(),
                all.expired(),
                all.unclaimed(),
                all.amount(),
                all.chosenAmount(),
                banks);
    }
}
