package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.user.api.EnterpriseRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The enterprise that is paid, as the register has it. */
public record Claimant(
        UUID enterpriseId, String name, @Nullable String townCode, boolean demo) {

    static Claimant of(EnterpriseRecord entry) {
        return new Claimant(entry.id(), entry.name(), entry.townCode(), entry.demo());
    }
}
