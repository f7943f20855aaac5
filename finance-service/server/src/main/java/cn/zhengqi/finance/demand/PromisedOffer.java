package cn.zhengqi.finance.demand;

import cn.zhengqi.finance.promise.PromisedBankAnswer;
import cn.zhengqi.kernel.Term;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.Promises;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Who claims a demand promises an answer: an offer, or that there will be none. */
@Component
class PromisedOffer extends PromisedBankAnswer<DemandClaim> {

    /** In the table of terms: there is one class. */
    private static final String CLASS = "DEMAND";

    PromisedOffer(Promises promises, @Qualifier("demandAnswer") PromiseKind kind) {
        super(promises, kind, DemandClaim::id);
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
}
