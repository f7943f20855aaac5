package cn.zhengqi.code;

import cn.zhengqi.web.CurrentUser;
import java.util.UUID;

/** Who did something, as it goes on record. */
public record Actor(UUID id, String name) {

    public static Actor of(CurrentUser user) {
        return new Actor(user.accountId(), user.name());
    }
}
