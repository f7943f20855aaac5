package cn.zhengqi.message.push;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.MessagePermissions;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.web.Permission;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 信息推送日志 in the console: read only. */
@RestController
@RequestMapping("/api/message/push-log")
@Permission(MessagePermissions.READ_PUSH_LOG)
class PushLogController {

    private final PushLog log;

    PushLogController(PushLog log) {
        this.log = log;
    }

    /**
     * @param title part of it
     * @param from first day, in the district
     * @param to last day
     */
    @GetMapping
    Page<Push> list(
            @RequestParam(name = "accountId", required = false) @Nullable UUID accountId,
            @RequestParam(name = "kind", required = false) @Nullable MessageKind kind,
            @RequestParam(name = "title", required = false) @Nullable @Size(max = 50) String title,
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            @RequestParam(name = "to", required = false) @Nullable LocalDate to,
            PageRequest page) {
        return log.list(accountId, kind, title, from, to, page);
    }
}
