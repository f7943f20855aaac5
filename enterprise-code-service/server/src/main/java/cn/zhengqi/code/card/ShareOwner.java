package cn.zhengqi.code.card;

import cn.zhengqi.code.CodeFields;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.user.api.Shareholder;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;

/** Who holds shares of an enterprise, a person or another enterprise: what a line of a card says of it to those whose roles leave it to them. */
record ShareOwner(
        @Sensitive(
                mask = Mask.NAME,
                plainFor = {CodePermissions.SCAN, CodePermissions.OWN_ENTERPRISE, CodePermissions.CARD_BY_SYSTEM},
                field = CodeFields.SHAREHOLDER_ON_CARD)
        String name,

        BigDecimal ratio) {

    static ShareOwner of(Shareholder holder) {
        return new ShareOwner(holder.name(), holder.ratio());
    }
}
