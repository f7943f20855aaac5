package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Term;
import cn.zhengqi.kernel.Yuan;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the enterprise asks for.
 *
 * @param amount yuan
 * @param renewsApplicationId the earlier loan of the same bank, for a renewal
 * @param matchResultId the match from which the application was started
 * @param offeredRate percent a year, where it is an offer of the bank that the enterprise chose: then amount and term are the offer's, too
 */
public record LoanRequest(
        BigDecimal amount,
        int termMonths,
        String purpose,
        LoanKind kind,
        @Nullable UUID renewsApplicationId,
        Channel channel,
        String contactName,
        String contactPhone,
        boolean consent,
        @Nullable UUID matchResultId,
        @Nullable BigDecimal offeredRate) {

    /** Above it no amount is looked at: the figure of a typing error, which the product's own limit would not name as one. */
    public static final String MOST_YUAN = "1000000000";

    String inWords() {
        return "申请 " + Yuan.format(amount) + "，期限 " + Term.format(termMonths);
    }
}
