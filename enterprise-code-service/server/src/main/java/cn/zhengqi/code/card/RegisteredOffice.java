package cn.zhengqi.code.card;

import cn.zhengqi.code.CodeFields;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.web.Sensitive;

/** Who represents an enterprise and where it sits: what the lines of a card say of it to those whose roles leave it to them. */
record RegisteredOffice(
        @Sensitive(
                mask = Mask.NAME,
                plainFor = {CodePermissions.SCAN, CodePermissions.OWN_ENTERPRISE, CodePermissions.CARD_BY_SYSTEM},
                field = CodeFields.LEGAL_REP_ON_CARD)
        String legalRep,

        @Sensitive(
                mask = Mask.ADDRESS,
                plainFor = {CodePermissions.SCAN, CodePermissions.OWN_ENTERPRISE, CodePermissions.CARD_BY_SYSTEM},
                field = CodeFields.ADDRESS_ON_CARD)
        String address) {

    static RegisteredOffice of(EnterpriseRecord entry) {
        return new RegisteredOffice(entry.legalRep(), entry.address());
    }
}
