package cn.zhengqi.user.staff;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Why, by whom and when an account was disabled. */
public record Disablement(String reason, String byName, OffsetDateTime at) {

    /** @return null where that was not kept */
    static @Nullable Disablement of(InternalAccounts.Disabled told) {
        String reason = told.reason();
        String by = told.byName();
        Instant at = told.at();
        return reason == null || by == null || at == null ? null : new Disablement(reason, by, BusinessTime.at(at));
    }
}
