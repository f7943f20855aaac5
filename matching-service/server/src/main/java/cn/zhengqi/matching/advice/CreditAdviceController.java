package cn.zhengqi.matching.advice;

import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would raise the amounts that the caller's enterprise could have of loan products. */
@RestController
class CreditAdviceController {

    private final CreditAdvices advices;

    CreditAdviceController(CreditAdvices advices) {
        this.advices = advices;
    }

    @GetMapping("/api/match/my/credit-advice")
    @Permission(MatchingPermissions.OWN_ENTERPRISE)
    CreditAdvice mine(CurrentUser user) {
        return advices.of(user.requireEnterprise());
    }
}
