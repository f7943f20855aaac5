package cn.zhengqi.policy.redemption.check;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.match.InternalStandings.Standing;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the last check before the payment found, as the department reads it.
 *
 * @param id of the result, which stays as it was found
 * @param asOf the day by whose facts and edition it was judged
 * @param beginsOn the first day of its policy, as long as that is to come: nothing is paid before, and nobody has to decide over it
 * @param against which conditions it does not meet any more; absent where it meets them
 * @param open whether somebody has to decide before it is paid
 * @param keptBy who decided that it is paid all the same: they do not approve its batch
 * @param keptReason why
 */
public record PaymentCheckView(
        UUID id,
        OffsetDateTime at,
        LocalDate asOf,
        @Nullable LocalDate beginsOn,
        @Nullable String against,
        boolean open,
        @Nullable UUID keptBy,
        @Nullable String keeper,
        @Nullable OffsetDateTime keptAt,
        @Nullable String keptReason) {

    /** @param today from its first day on nothing is said of it any more */
    static PaymentCheckView of(PaymentCheck it, LocalDate today) {
        Standing policy = it.evidence().policy();
        LocalDate first = policy.beginsOn();
        return new PaymentCheckView(
                it.id(),
                BusinessTime.at(it.at()),
                policy.asOf(),
                first == null || !first.isAfter(today) ? null : first,
                it.against(),
                it.against() != null && it.keptBy() == null,
                it.keptBy(),
                it.keeper(),
                it.keptAt() == null ? null : BusinessTime.at(it.keptAt()),
                it.keptReason());
    }

    /** In one line, for lists that are taken out. */
    public String inWords() {
        String conditions = against == null ? "符合" : "不再符合：" + against;
        String found = beginsOn == null ? conditions : conditions + "；政策" + PolicyTitles.begins(beginsOn);
        return keptReason == null ? found : found + "；仍予支付：" + keptReason + "（" + keeper + "）";
    }
}
