package cn.zhengqi.code.card;

import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MyCardController {

    private final Cards cards;

    MyCardController(Cards cards) {
        this.cards = cards;
    }

    @GetMapping("/api/code/my/card")
    @Permission(CodePermissions.OWN_ENTERPRISE)
    EnterpriseCard mine(CurrentUser user) {
        return cards.own(user.requireEnterprise());
    }
}
