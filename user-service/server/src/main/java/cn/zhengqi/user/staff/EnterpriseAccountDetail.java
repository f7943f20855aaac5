package cn.zhengqi.user.staff;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.web.Sensitive;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody of the platform needs a person's whole phone number to disable an account.
 *
 * @param disabled why nobody gets in with it; absent while somebody does, and where that was not kept
 */
public record EnterpriseAccountDetail(
        UUID accountId,
        String displayName,
        UserType userType,

        @Sensitive(mask = Mask.PHONE, field = UserFields.ENTERPRISE_ACCOUNT_PHONE)
        String phone,

        Channel channel,
        boolean enabled,
        @Nullable Disablement disabled,
        boolean awaitsPassword,
        boolean secondFactor,
        OffsetDateTime registeredAt,
        List<EnterpriseOfAccount> enterprises) {

    /** An enterprise that the person acts for. */
    public record EnterpriseOfAccount(UUID id, String name, String roleName, OffsetDateTime joinedAt) {}
}
