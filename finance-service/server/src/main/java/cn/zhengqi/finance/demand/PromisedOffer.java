package cn.zhengqi.finance.demand;

import cn.zhengqi.kernel.Term;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.Promises;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Who claims a demand promises an answer: an offer, or that there will be none. */
@Component
class PromisedOffer {

    /** In the table of terms: there is one class. */
    private static final String CLASS = "DEMAND";

    private final Promises promises;
    private final PromiseKind kind;

    PromisedOffer(Promises promises, @Qualifier("demandAnswer") PromiseKind kind) {
        this.promises = promises;
        this.kind = kind;
    }

    void give(DemandClaim claim, FinancingDemand demand, Instant at) {
        promises.give(
                new PromisedCase(
                        kind.name(),
                        CLASS,
                        claim.id(),
                        demand.number(),
                        // Whose it is stands on no board either.
                        "融资需求 " + Yuan.format(demand.amount()) + "，" + Term.format(demand.termMonths()),
                        claim.bankId(),
                        claim.bankName(),
                        demand.townCode()),
                at);
        promises.handledBy(kind, claim.id(), claim.officerId());
    }

    void answered(DemandClaim claim, Instant at) {
        promises.answered(kind, claim.id(), at);
    }

    /** Nobody waits for it any more. */
    void drop(DemandClaim claim, Instant at) {
        promises.drop(kind, claim.id(), at);
    }

    PromiseKind kind() {
        return kind;
    }

    @Nullable
    PromiseView of(DemandClaim claim) {
        return promises.of(kind, claim.id());
    }

    Map<UUID, PromiseView> of(Collection<UUID> claims) {
        return promises.of(kind, claims);
    }
}
