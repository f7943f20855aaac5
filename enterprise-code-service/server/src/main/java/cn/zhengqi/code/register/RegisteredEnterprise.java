package cn.zhengqi.code.register;

import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import java.util.UUID;

/** What a claim is held against. */
public record RegisteredEnterprise(
        UUID id,
        String uscc,
        String name,
        String legalRep,
        String townCode,
        String industryCode,
        EnterpriseStatus status,
        boolean demo) {

    static RegisteredEnterprise of(EnterpriseRecord record) {
        return new RegisteredEnterprise(
                record.id(),
                record.uscc(),
                record.name(),
                record.legalRep(),
                record.townCode(),
                record.industryCode(),
                record.status(),
                record.demo());
    }
}
