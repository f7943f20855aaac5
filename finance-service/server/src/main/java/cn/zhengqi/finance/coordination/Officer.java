package cn.zhengqi.finance.coordination;

import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.CurrentUser;
import java.util.Objects;
import java.util.UUID;

/** Somebody of an institution who visits, checks or answers. */
record Officer(UUID accountId, String name, UUID institutionId, String institutionName, boolean ofBank) {

    static Officer of(CurrentUser user) {
        UUID institution = user.requireInstitution();
        return new Officer(
                user.accountId(),
                user.name(),
                institution,
                Objects.requireNonNullElse(user.institutionName(), ""),
                user.userType() == UserType.BANK);
    }
}
