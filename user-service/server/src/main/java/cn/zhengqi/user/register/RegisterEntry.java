package cn.zhengqi.user.register;

import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.user.api.EnterpriseStatus;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The main entry of an enterprise, as the market authority delivers it. Capital in 万元. */
public record RegisterEntry(
        Uscc uscc,
        String name,
        String entityType,
        String legalRep,
        BigDecimal registeredCapital,
        LocalDate establishedOn,
        String industryCode,
        String townCode,
        String regionCode,
        String address,
        EnterpriseStatus status) {}
