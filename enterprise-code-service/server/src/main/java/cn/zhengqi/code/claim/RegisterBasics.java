package cn.zhengqi.code.claim;

import cn.zhengqi.code.CodeFields;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the register says of the enterprise that a claim is for: a reviewer compares it with what the applicant said.
 *
 * @param registeredCapital 万元
 */
public record RegisterBasics(
        String uscc,
        String name,
        String entityType,
        EnterpriseStatus status,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {CodePermissions.REVIEW_CLAIMS, CodePermissions.CLAIM},
                field = CodeFields.LEGAL_REP)
        String legalRep,

        BigDecimal registeredCapital,
        LocalDate establishedOn,
        String industryName,
        String townName,

        @Sensitive(
                mask = Mask.ADDRESS,
                plainFor = {CodePermissions.REVIEW_CLAIMS},
                field = CodeFields.ADDRESS)
        String address) {

    static RegisterBasics of(EnterpriseRecord it) {
        return new RegisterBasics(
                it.uscc(),
                it.name(),
                it.entityType(),
                it.status(),
                it.legalRep(),
                it.registeredCapital(),
                it.establishedOn(),
                it.industryName(),
                it.townName(),
                it.address());
    }
}
