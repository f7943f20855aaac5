package cn.zhengqi.user.register;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.Asset;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.Investment;
import cn.zhengqi.user.api.JudicialRecord;
import cn.zhengqi.user.api.Shareholder;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the register tells about an enterprise. Capital in 万元. Shareholders, investments, assets and law cases are for the enterprise itself: others see them by
 * its code, as far as it consents, and each such reading is on its record.
 */
public record EnterpriseDetail(
        UUID id,
        String uscc,
        String name,

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
        @Nullable String parkCode,
        @Nullable String parkName,
        String regionCode,

        @Sensitive(
                mask = Mask.ADDRESS,
                plainFor = {UserPermissions.READ_ENTERPRISES, UserPermissions.OWN_ENTERPRISE},
                field = UserFields.ADDRESS)
        String address,

        EnterpriseStatus status,
        String entityType,
        boolean demo,
        boolean certified,
        OffsetDateTime registeredAt,
        @Nullable List<Shareholder> shareholders,
        @Nullable List<Investment> investments,
        @Nullable List<Asset> assets,
        @Nullable List<JudicialRecord> judicial) {

    /** As those see it who have no consent of the enterprise. */
    EnterpriseDetail basics() {
        return new EnterpriseDetail(
                id,
                uscc,
                name,
                legalRep,
                registeredCapital,
                establishedOn,
                industryCode,
                industryName,
                townCode,
                townName,
                parkCode,
                parkName,
                regionCode,
                address,
                status,
                entityType,
                demo,
                certified,
                registeredAt,
                null,
                null,
                null,
                null);
    }
}
