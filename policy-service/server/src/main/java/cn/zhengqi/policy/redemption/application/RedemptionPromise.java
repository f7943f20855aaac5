package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.policy.api.RedemptionPromiseCalled;
import cn.zhengqi.policy.api.RedemptionPromiseExtended;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.promise.PromiseExtensions;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.Promises;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
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
    private final PromiseExtensions extensions;
    private final PromiseKind kind;

    RedemptionPromise(Promises promises, PromiseExtensions extensions, @Qualifier("redemption") PromiseKind kind) {
        this.promises = promises;
        this.extensions = extensions;
        this.kind = kind;
    }

    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        PromiseKind redemption(RedemptionMapper redemptions) {
            return new PromiseKind(
                    KIND,
                    RedemptionPromiseCalled::new,
                    (application, extended) -> redemptions
                            .find(application)
                            .map(it -> new RedemptionPromiseExtended(it.parties(), extended))
                            .orElse(null));
        }
    }

    /** @return what is promised; null where nothing is */
    @Nullable
    PromiseView give(Redemption it, Instant at) {
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
        return promises.of(kind, it.id());
    }

    void pause(Redemption it, Instant at) {
        promises.pause(kind, it.id(), at);
    }

    /** @return what is promised; null where nothing is */
    @Nullable
    PromiseView resume(Redemption it, Instant at) {
        promises.resume(kind, it.id(), at);
        return promises.of(kind, it.id());
    }

    /** More time, which somebody else has to approve. @throws ProblemException what {@link PromiseExtensions#ask} says */
    void askMoreTime(Redemption it, ExtensionWish wish, CurrentUser officer) {
        extensions.ask(kind, it.id(), wish.workingDays(), wish.reason(), officer);
    }

    void keep(Redemption it, Instant at) {
        promises.answered(kind, it.id(), at);
    }

    void drop(Redemption it, Instant at) {
        promises.drop(kind, it.id(), at);
    }

    Map<UUID, PromiseView> of(Collection<UUID> applications) {
        return promises.of(kind, applications);
    }
}
