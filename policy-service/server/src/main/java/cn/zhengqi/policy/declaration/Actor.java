package cn.zhengqi.policy.declaration;

import cn.zhengqi.web.CurrentUser;
import java.util.UUID;

/** Who does something to a declaration. */
record Actor(UUID accountId, String name) {

    static Actor of(CurrentUser user) {
        return new Actor(user.accountId(), user.name());
    }
}
