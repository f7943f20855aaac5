package cn.zhengqi.user.api;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the register tells anybody about an enterprise. Its shareholders, investments, assets and law cases are not here: those the
 * enterprise shows by its code, to whom it wants.
 *
 * @param registeredCapital 万元
 */
public record RegisterBasics(
        String uscc,
        String name,
        String entityType,
        EnterpriseStatus status,
        String legalRep,
        BigDecimal registeredCapital,
        LocalDate establishedOn,
        String industryName,
        String townName,
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
