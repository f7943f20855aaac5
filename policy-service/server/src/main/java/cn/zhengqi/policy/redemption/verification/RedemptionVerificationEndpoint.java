package cn.zhengqi.policy.redemption.verification;

import cn.zhengqi.policy.api.InternalRedemption;
import cn.zhengqi.web.Callers;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers(Callers.OPERATIONS)
class RedemptionVerificationEndpoint implements InternalRedemption {

    private final RedemptionVerification verification;

    RedemptionVerificationEndpoint(RedemptionVerification verification) {
        this.verification = verification;
    }

    @Override
    public Report verify() {
        return verification.verify();
    }
}
