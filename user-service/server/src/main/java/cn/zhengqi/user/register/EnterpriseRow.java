package cn.zhengqi.user.register;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An enterprise in a list of the console. Capital in 万元. */
public record EnterpriseRow(
        UUID id,
        String uscc,
        String name,
        String entityType,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {UserPermissions.READ_ENTERPRISES, UserPermissions.OWN_ENTERPRISE},
                field = UserFields.LEGAL_REP)
        String legalRep,

        BigDecimal registeredCapital,
        LocalDate establishedOn,
        String industryCode,
        String industryName,
        String townCode,
        String townName,
        EnterpriseStatus status,
        boolean demo,
        boolean certified,
        OffsetDateTime registeredAt) {}
