package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the register tells of the enterprise behind an application. Its shareholders, investments, assets and law cases are not here: those it shows by its code, to
 * whom it wants.
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
                plainFor = {
                    FinancePermissions.HANDLE_APPLICATIONS,
                    FinancePermissions.READ_ALL_APPLICATIONS,
                    FinancePermissions.HANDLE_BY_SYSTEM
                },
                field = FinanceFields.LEGAL_REP)
        String legalRep,

        BigDecimal registeredCapital,
        LocalDate establishedOn,
        String industryName,
        String townName,

        @Sensitive(
                mask = Mask.ADDRESS,
                plainFor = {
                    FinancePermissions.HANDLE_APPLICATIONS,
                    FinancePermissions.READ_ALL_APPLICATIONS,
                    FinancePermissions.HANDLE_BY_SYSTEM
                },
                field = FinanceFields.ADDRESS)
        String address) {

    public static RegisterBasics of(EnterpriseRecord it) {
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
