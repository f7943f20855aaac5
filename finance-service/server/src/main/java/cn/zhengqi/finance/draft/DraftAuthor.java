package cn.zhengqi.finance.draft;

import cn.zhengqi.web.CurrentUser;
import java.util.UUID;

/** Who types, and for which enterprise. */
record DraftAuthor(UUID enterpriseId, UUID accountId, String name) {

    static DraftAuthor of(CurrentUser user) {
        return new DraftAuthor(user.requireEnterprise(), user.accountId(), user.name());
    }
}
