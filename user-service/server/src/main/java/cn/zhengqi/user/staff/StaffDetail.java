package cn.zhengqi.user.staff;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.role.GrantableRoles;
import cn.zhengqi.web.Sensitive;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param disabled why nobody gets in with it; absent while somebody does, and where that was not kept
 * @param awaitsPassword the one-time link was not used yet
 * @param roles codes of those that the person has
 * @param available all that people of this institution may have
 */
public record StaffDetail(
        UUID accountId,
        String displayName,
        @Nullable String username,

        @Sensitive(mask = Mask.PHONE, plainFor = UserPermissions.MANAGE_STAFF, field = UserFields.STAFF_PHONE)
        String phone,

        UUID institutionId,
        String institutionName,
        boolean enabled,
        @Nullable Disablement disabled,
        boolean awaitsPassword,
        boolean secondFactor,
        OffsetDateTime registeredAt,
        List<String> roles,
        List<GrantableRoles.Grantable> available,
        List<Grant> grants) {

    /** By whom a role was given; absent for what came with the installation. */
    public record Grant(String role, @Nullable String byName, OffsetDateTime at) {}
}
