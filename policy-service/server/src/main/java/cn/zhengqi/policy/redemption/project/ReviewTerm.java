package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseTerms;
import cn.zhengqi.promise.Promises;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What the service promises to whoever applies under a project. */
@Component
class ReviewTerm {

    /** The one class of cases of this kind. */
    private static final String CLASS = "REVIEW";

    private final PromiseTerms terms;
    private final Promises promises;
    private final PromiseKind kind;

    ReviewTerm(PromiseTerms terms, Promises promises, @Qualifier("redemption") PromiseKind kind) {
        this.terms = terms;
        this.promises = promises;
        this.kind = kind;
    }

    PromisedReview at(Instant moment) {
        int workingDays = terms.of(kind, CLASS).workingDays();
        return new PromisedReview(
                workingDays, promises.dayOf(moment, workingDays).orElse(null));
    }
}
