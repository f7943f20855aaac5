package cn.zhengqi.finance.demand;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import org.jspecify.annotations.Nullable;

/** Whose demand it is, for a bank that its enterprise lets see it; each reading is on the enterprise's record. */
public record DemandEnterprise(
        String name,
        String uscc,
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

    static DemandEnterprise of(FinancingDemand it) {
        return new DemandEnterprise(it.enterpriseName(), it.uscc(), it.note(), it.contactName(), it.contactPhone());
    }
}
