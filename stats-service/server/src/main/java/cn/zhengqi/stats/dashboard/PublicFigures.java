package cn.zhengqi.stats.dashboard;

import java.math.BigDecimal;

/**
 * The live figures of 平台介绍 (PORTAL-10), as far as the platform has their subjects.
 *
 * @param disbursedWan 放款金额 in 万元
 */
public record PublicFigures(
        long registeredUsers, BigDecimal disbursedWan, long policies, long loanProducts, long certifiedEnterprises) {}
