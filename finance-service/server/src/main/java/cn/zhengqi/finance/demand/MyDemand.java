package cn.zhengqi.finance.demand;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * A demand as its enterprise reads it, with what banks see only with its consent.
 *
 * @param note what was added to the purpose
 */
public record MyDemand(
        DemandView demand,
        @Nullable String note,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {FinancePermissions.CLAIM_DEMANDS, FinancePermissions.POST_DEMANDS},
                field = FinanceFields.DEMAND_CONTACT_NAME)
        String contactName,

        @Sensitive(
                mask = Mask.PHONE,
                plainFor = FinancePermissions.CLAIM_DEMANDS,
                field = FinanceFields.DEMAND_CONTACT_PHONE)
        String contactPhone) {

    static MyDemand of(FinancingDemand it, DemandView demand) {
        return new MyDemand(demand, it.note(), it.contactName(), it.contactPhone());
    }
}
