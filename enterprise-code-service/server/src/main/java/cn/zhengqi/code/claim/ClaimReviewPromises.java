package cn.zhengqi.code.claim;

import cn.zhengqi.code.api.ClaimPromiseCalled;
import cn.zhengqi.code.api.ClaimPromiseExtended;
import cn.zhengqi.promise.PromiseKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is promised here: that a claim is reviewed. */
@Configuration(proxyBeanMethods = false)
class ClaimReviewPromises {

    /** In the tables, and in the list of claims. */
    static final String KIND = "CLAIM_REVIEW";

    @Bean
    PromiseKind claimReview(ObjectProvider<ClaimMapper> claims) {
        return new PromiseKind(
                KIND,
                ClaimPromiseCalled::new,
                (id, extended) -> claims.getObject()
                        .find(id)
                        .map(claim -> new ClaimPromiseExtended(
                                id, claim.getNumber(), claim.getEnterpriseName(), claim.getApplicantId(), extended))
                        .orElse(null));
    }
}
