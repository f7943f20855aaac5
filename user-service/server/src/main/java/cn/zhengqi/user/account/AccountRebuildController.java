package cn.zhengqi.user.account;

import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's command {@code zhengqi rebuild user}: the copy of the accounts, which of them were closed, and the permissions and sensitive fields that services declare. The register is user's own. */
@RestController
@Callers(Callers.OPERATIONS)
class AccountRebuildController {

    static final Rebuild.Derived COPIES = new Rebuild.Derived(
            Set.of(
                    "Accounts",
                    "AccountStatus",
                    "AccountNames",
                    "PermissionCatalogue",
                    "FieldCatalogue",
                    "WhenAccountClosed"),
            List.of(
                    "account",
                    "account_early",
                    "closed_account",
                    "permission",
                    "permission_version",
                    "sensitive_field",
                    "sensitive_field_version"));

    private final Rebuild rebuild;
    private final PlatformLogs logs;

    AccountRebuildController(Rebuild rebuild, PlatformLogs logs) {
        this.rebuild = rebuild;
        this.logs = logs;
    }

    @PostMapping("/internal/user/rebuild")
    Rebuild.Report rebuild() {
        return rebuild.anew(COPIES, logs.sources());
    }
}
