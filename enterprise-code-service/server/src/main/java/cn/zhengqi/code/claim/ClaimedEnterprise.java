package cn.zhengqi.code.claim;

import cn.zhengqi.code.register.RegisteredEnterprise;
import java.util.UUID;

/** What a claim keeps of the register about the enterprise. */
record ClaimedEnterprise(UUID id, String name, String uscc, String townCode, String industryCode, boolean demo) {

    static ClaimedEnterprise of(RegisteredEnterprise entry) {
        return new ClaimedEnterprise(
                entry.id(), entry.name(), entry.uscc(), entry.townCode(), entry.industryCode(), entry.demo());
    }
}
