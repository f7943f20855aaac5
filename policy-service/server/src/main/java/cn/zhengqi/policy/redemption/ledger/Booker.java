package cn.zhengqi.policy.redemption.ledger;

import cn.zhengqi.web.CurrentUser;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who does something about money. @param accountId absent where the system does it, by time alone */
public record Booker(@Nullable UUID accountId, String name) {

    public static final Booker SYSTEM = new Booker(null, "系统");

    public static Booker of(CurrentUser user) {
        return new Booker(user.accountId(), user.name());
    }
}
