package cn.zhengqi.finance.coordination;

import cn.zhengqi.user.api.EnterpriseRecord;
import java.util.UUID;

/** Which enterprise is visited or declared, as the register knows it at that moment. */
record Party(UUID id, String name, String uscc, String townCode, String townName, boolean demo) {

    static Party of(EnterpriseRecord it) {
        return new Party(it.id(), it.name(), it.uscc(), it.townCode(), it.townName(), it.demo());
    }
}
