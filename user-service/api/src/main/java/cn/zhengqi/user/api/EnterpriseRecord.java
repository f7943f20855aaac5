package cn.zhengqi.user.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An enterprise as it stands in the register.
 *
 * @param entityType 企业 or 个体工商户
 * @param registeredCapital 万元
 * @param industryCode GB/T 4754-2017 with its section letter, as C3484
 * @param regionCode GB/T 2260, six digits
 * @param demo made up for demonstration
 */
public record EnterpriseRecord(
        UUID id,
        String uscc,
        String name,
        String entityType,
        String legalRep,
        BigDecimal registeredCapital,
        LocalDate establishedOn,
        String industryCode,
        String industryName,
        String townCode,
        String townName,
        String regionCode,
        String address,
        EnterpriseStatus status,
        boolean demo,
        List<Shareholder> shareholders,
        List<Investment> investments,
        List<Asset> assets,
        List<JudicialRecord> judicial) {}
