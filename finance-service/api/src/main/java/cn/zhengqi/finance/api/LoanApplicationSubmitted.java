package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.event.EventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise applied for a loan: one order in the sense of the statistics.
 *
 * @param townCode where the enterprise is registered; absent when its register record is not known here yet
 * @param amount yuan asked for
 * @param channel where it was handed in; never changes
 */
@EventType("finance.LoanApplicationSubmitted")
public record LoanApplicationSubmitted(
        UUID applicationId,
        String number,
        UUID productId,
        String productTitle,
        String productType,
        UUID bankId,
        String bankName,
        UUID enterpriseId,
        String enterpriseName,
        @Nullable String townCode,
        UUID applicantId,
        BigDecimal amount,
        LoanKind kind,
        Channel channel,
        Instant at)
        implements LoanFact {}
