package cn.zhengqi.stats.funnel;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one policy is taken up. What it reaches and who opened it is that of the whole district; the rest is of the departments that are asked for.
 *
 * @param matched how many enterprises qualify; absent: not counted (the policy is not in force, or grants nothing by itself)
 * @param told to how many it was pushed; absent: not counted
 * @param filed how many declared, applied for redemption or confirmed an offer
 * @param approved how many were approved; not those of whom all of it ended before it was paid
 * @param paid how many are paid; not those from whom all of it came back
 * @param amountPaid 元
 * @param countedAt when what it reaches was counted
 */
public record PolicyFunnel(
        UUID policyId,
        String title,
        @Nullable String issuer,
        @Nullable Long matched,
        @Nullable Long told,
        long opened,
        long filed,
        long approved,
        long paid,
        BigDecimal amountPaid,
        @Nullable OffsetDateTime countedAt) {}
