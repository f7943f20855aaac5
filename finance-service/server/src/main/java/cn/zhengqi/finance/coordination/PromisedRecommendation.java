package cn.zhengqi.finance.coordination;

import cn.zhengqi.finance.promise.PromisedBankAnswer;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.Promises;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** That a bank answers an enterprise that is recommended to it. */
@Component
class PromisedRecommendation extends PromisedBankAnswer<Recommendation> {

    /** In the table of terms: there is one class. */
    private static final String CLASS = "COORDINATION";

    PromisedRecommendation(Promises promises, @Qualifier("coordinationAnswer") PromiseKind kind) {
        super(promises, kind, Recommendation::id);
    }

    void give(Recommendation it, CoordinationCase of, Instant at) {
        promises.give(
                new PromisedCase(
                        kind.name(),
                        CLASS,
                        it.id(),
                        of.number(),
                        of.enterpriseName() + "　" + Yuan.format(of.amount()),
                        it.bankId(),
                        it.bankName(),
                        of.townCode()),
                at);
    }

    void answered(Recommendation it, UUID officer, Instant at) {
        promises.handledBy(kind, it.id(), officer);
        answered(it, at);
    }
}
