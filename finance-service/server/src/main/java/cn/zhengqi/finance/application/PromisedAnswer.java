package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.promise.PromiseBranch;
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

/** The promised answer follows its application: given with the submission, called where it lies within its bank, standing still while the enterprise supplements, kept with the decision. */
@Component
class PromisedAnswer {

    private final Promises promises;
    private final PromiseKind kind;

    PromisedAnswer(Promises promises, @Qualifier("bankAnswer") PromiseKind kind) {
        this.promises = promises;
        this.kind = kind;
    }

    void follow(Transition moved, Instant at) {
        LoanApplication it = moved.application();
        switch (moved.step().kind()) {
            case SUBMITTED -> {
                promises.give(promised(it), at);
                if (it.handlerId() != null) {
                    promises.handledBy(kind, it.id(), it.handlerId());
                }
            }
            case ACCEPTED, TAKEN, ASSIGNED, HANDED_OVER, POOLED ->
                promises.liesAt(kind, it.id(), branch(it), it.handlerId());
            case MATERIAL_ASKED -> promises.pause(kind, it.id(), at);
            case MATERIAL_SUPPLIED -> promises.resume(kind, it.id(), at);
            case APPROVED, REFUSED -> promises.answered(kind, it.id(), at);
            case WITHDRAWN -> promises.drop(kind, it.id(), at);
            case FILES_ADDED -> {
                // Nobody asked for them: the time goes on.
            }
            case DISBURSED, SETTLED, EXPIRED -> {
                // The answer was given before.
            }
        }
    }

    /** The fact with the day that was promised, where one just was. */
    DomainEvent told(Transition moved) {
        if (!(moved.event() instanceof LoanApplicationSubmitted submitted)) {
            return moved.event();
        }
        PromiseView promise = of(moved.application().id());
        return submitted.promised(promise == null ? null : promise.dueOn(), promise == null ? null : promise.dueAt());
    }

    PromiseKind kind() {
        return kind;
    }

    @Nullable
    PromiseView of(UUID application) {
        return promises.of(kind, application);
    }

    Map<UUID, PromiseView> of(Collection<UUID> applications) {
        return promises.of(kind, applications);
    }

    private static @Nullable PromiseBranch branch(LoanApplication it) {
        UUID id = it.branchId();
        String name = it.branchName();
        return id == null || name == null ? null : new PromiseBranch(id, name);
    }

    private PromisedCase promised(LoanApplication it) {
        return new PromisedCase(
                kind.name(),
                it.kind().name(),
                it.id(),
                it.number(),
                it.enterpriseName() + "　" + it.productTitle(),
                it.bankId(),
                it.bankName(),
                it.townCode(),
                branch(it));
    }
}
