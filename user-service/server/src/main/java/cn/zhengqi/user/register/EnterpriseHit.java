package cn.zhengqi.user.register;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.web.Sensitive;
import java.util.UUID;

/**
 * An enterprise found by someone who looks for their own.
 *
 * @param legalRep whoever claims has to know the name: it is not told before
 */
public record EnterpriseHit(
        UUID id,
        String name,
        String uscc,
        String townName,
        String industryName,

        @Sensitive(
                mask = Mask.FAMILY_NAME,
                plainFor = UserPermissions.READ_ENTERPRISES,
                field = UserFields.LEGAL_REP_FOUND)
        String legalRep,

        EnterpriseStatus status,
        boolean demo,
        boolean certified) {}
