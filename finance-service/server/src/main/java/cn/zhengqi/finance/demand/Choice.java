package cn.zhengqi.finance.demand;

import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.Channel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be said when an offer becomes an application; the rest the demand and the offer say.
 *
 * @param renewsApplicationId the earlier loan of the same bank, for a renewal
 * @param consent that the bank may see the enterprise's data
 * @param channel where it was chosen
 */
record Choice(LoanKind kind, @Nullable UUID renewsApplicationId, boolean consent, Channel channel) {}
