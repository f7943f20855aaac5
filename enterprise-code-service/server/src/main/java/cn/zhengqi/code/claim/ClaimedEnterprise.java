package cn.zhengqi.code.claim;

import cn.zhengqi.user.api.EnterpriseRecord;
import java.util.UUID;

/** What a claim keeps of the register about the enterprise. */
record ClaimedEnterprise(UUID id, String name, String uscc, String townCode, String industryCode, boolean demo) {

    static ClaimedEnterprise of(EnterpriseRecord record) {
        return new ClaimedEnterprise(
                record.id(), record.name(), record.uscc(), record.townCode(), record.industryCode(), record.demo());
    }
}
