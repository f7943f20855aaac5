package cn.zhengqi.user.register;

import cn.zhengqi.user.api.EnterpriseStatus;
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
