package cn.zhengqi.policy.redemption.application;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Parts of a project's budget that applications hold, as the ledger has them. */
enum MoneyPart {
    /** While they are shown to the public, or wait to be confirmed. */
    RESERVED(status -> status == RedemptionStatus.OFFERED || status == RedemptionStatus.IN_NOTICE),
    /** To be paid, also once more. */
    APPROVED(status ->
            status.holdsMoney() && status != RedemptionStatus.OFFERED && status != RedemptionStatus.IN_NOTICE),
    PAID(status -> status == RedemptionStatus.PAID);

    private final List<RedemptionStatus> statuses;

    MoneyPart(Predicate<RedemptionStatus> holds) {
        this.statuses = Arrays.stream(RedemptionStatus.values()).filter(holds).toList();
    }

    /** Those in which an application's money is in this part. */
    List<RedemptionStatus> statuses() {
        return statuses;
    }
}
