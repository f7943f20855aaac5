package cn.zhengqi.code.scan;

import cn.zhengqi.code.consent.ScannerKind;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who scans, as it goes on record: a person, or a system with its key.
 *
 * @param institutionName for whom; of a system, who answers for it
 * @param kind as what it is allowed to see; of a system, that of who answers for it
 */
public record Scanner(
        UUID id,
        String name,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        ScannerKind kind) {

    static Scanner of(CurrentUser user) {
        return new Scanner(
                user.accountId(),
                user.name(),
                user.institutionId(),
                user.institutionName(),
                ScannerKind.of(user.userType()));
    }

    public static Scanner of(CallingSystem system) {
        return new Scanner(
                system.id(), system.name(), system.ownerId(), system.ownerName(), ScannerKind.of(system.ownerType()));
    }
}
