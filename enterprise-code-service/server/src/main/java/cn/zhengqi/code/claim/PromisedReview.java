package cn.zhengqi.code.claim;

import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.Promises;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The promised review follows its claim: given with the submission, standing still while the applicant supplements, kept with the decision. */
@Component
class PromisedReview {

    private final Promises promises;
    private final PromiseKind kind;

    PromisedReview(Promises promises, PromiseKind kind) {
        this.promises = promises;
        this.kind = kind;
    }

    void follow(CodeClaim it, ClaimStep step) {
        switch (step.action()) {
            case SUBMITTED -> promises.give(promised(it), step.at());
            case RESUBMITTED -> promises.resume(kind, it.getId(), step.at());
            case RETURNED -> promises.pause(kind, it.getId(), step.at());
            case APPROVED, REJECTED -> promises.answered(kind, it.getId(), step.at());
            case WITHDRAWN -> promises.drop(kind, it.getId(), step.at());
        }
    }

    Map<UUID, PromiseView> of(Collection<UUID> claims) {
        return promises.of(kind, claims);
    }

    /** Null where nothing is promised. */
    @Nullable
    PromiseView of(UUID claim) {
        return promises.of(kind, claim);
    }

    private PromisedCase promised(CodeClaim it) {
        return new PromisedCase(
                kind.name(),
                it.getKind().name(),
                it.getId(),
                it.getNumber(),
                it.getEnterpriseName() + "　" + it.getKind().label(),
                null,
                null,
                it.getTownCode());
    }
}
