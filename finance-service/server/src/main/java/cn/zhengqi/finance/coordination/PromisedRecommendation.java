package cn.zhengqi.finance.coordination;

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

/** That a bank answers an enterprise that is recommended to it. */
@Component
class PromisedRecommendation {

    /** In the table of terms: there is one class. */
    private static final String CLASS = "COORDINATION";

    private final Promises promises;
    private final PromiseKind kind;

    PromisedRecommendation(Promises promises, @Qualifier("coordinationAnswer") PromiseKind kind) {
        this.promises = promises;
        this.kind = kind;
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
        promises.answered(kind, it.id(), at);
    }

    /** Nobody waits for it any more. */
    void drop(Recommendation it, Instant at) {
        promises.drop(kind, it.id(), at);
    }

    PromiseKind kind() {
        return kind;
    }

    @Nullable
    PromiseView of(Recommendation it) {
        return promises.of(kind, it.id());
    }

    Map<UUID, PromiseView> of(Collection<UUID> recommendations) {
        return promises.of(kind, recommendations);
    }
}
