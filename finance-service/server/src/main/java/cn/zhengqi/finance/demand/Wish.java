package cn.zhengqi.finance.demand;

import cn.zhengqi.kernel.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the enterprise asks for, with whom to call about it.
 *
 * @param amount yuan
 * @param purpose one of the dictionary, which everybody sees
 * @param purposeInWords with what the enterprise added, as the bank of the application will read it
 * @param note what the enterprise added; it may say who it is
 */
record Wish(
        BigDecimal amount,
        int termMonths,
        String purpose,
        String purposeInWords,
        @Nullable String note,
        List<Guarantee> guarantees,
        LocalDate wantedOn,
        Channel channel,
        String contactName,
        String contactPhone) {}
