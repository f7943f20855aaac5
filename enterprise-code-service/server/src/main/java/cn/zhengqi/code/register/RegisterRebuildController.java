package cn.zhengqi.code.register;

import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.promise.WorkCalendars;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For the operator's command {@code zhengqi rebuild enterprise-code}: the copy of the register, which accounts were
 * closed, and the register of processing, which services declare. Codes are the service's own.
 */
@RestController
@Callers(Callers.OPERATIONS)
class RegisterRebuildController {

    static final Rebuild.Derived COPIES = new Rebuild.Derived(
            Set.of(EnterpriseRegister.COPY, "WhenAccountClosed", "ProcessingRegister", WorkCalendars.COPY),
            List.of(
                    "registered_enterprise",
                    "closed_account",
                    "processing_activity",
                    "processing_declaration",
                    WorkCalendars.TABLE));

    private final Rebuild rebuild;
    private final PlatformLogs logs;

    RegisterRebuildController(Rebuild rebuild, PlatformLogs logs) {
        this.rebuild = rebuild;
        this.logs = logs;
    }

    @PostMapping("/internal/enterprise-code/rebuild")
    Rebuild.Report rebuild() {
        return rebuild.anew(COPIES, logs.sources());
    }
}
