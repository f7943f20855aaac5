package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.policy.api.RedemptionPromiseCalled;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.Promises;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Within what time an application is reviewed: it stands still while the enterprise supplements. */
@Component
class RedemptionPromise {

    /** In the tables, and in the mapper of applications. */
    private static final String KIND = "REDEMPTION";

    private static final String CLASS = "REVIEW";

    private final Promises promises;
    private final PromiseKind kind;

    RedemptionPromise(Promises promises, @Qualifier("redemption") PromiseKind kind) {
        this.promises = promises;
        this.kind = kind;
    }

    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        PromiseKind redemption() {
            return new PromiseKind(KIND, RedemptionPromiseCalled::new);
        }
    }

    /** @return the promised day; null where none can be said */
    @Nullable
    LocalDate give(Redemption it, Instant at) {
        promises.give(
                new PromisedCase(
                        KIND,
                        CLASS,
                        it.id(),
                        it.number(),
                        it.enterpriseName() + "　" + it.projectTitle(),
                        it.institutionId(),
                        it.institutionName(),
                        it.townCode()),
                at);
        return dueOn(it);
    }

    void pause(Redemption it, Instant at) {
        promises.pause(kind, it.id(), at);
    }

    /** @return the promised day; null where none can be said */
    @Nullable
    LocalDate resume(Redemption it, Instant at) {
        promises.resume(kind, it.id(), at);
        return dueOn(it);
    }

    void keep(Redemption it, Instant at) {
        promises.answered(kind, it.id(), at);
    }

    void drop(Redemption it, Instant at) {
        promises.drop(kind, it.id(), at);
    }

    private @Nullable LocalDate dueOn(Redemption it) {
        PromiseView promise = promises.of(kind, it.id());
        return promise == null ? null : promise.dueOn();
    }

    Map<UUID, PromiseView> of(Collection<UUID> applications) {
        return promises.of(kind, applications);
    }
}
