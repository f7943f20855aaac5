package cn.zhengqi.message.push;

import cn.zhengqi.events.audit.AuditAction;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.MessagePermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 信息推送日志 in the console: read and taken out, never changed. */
@RestController
@RequestMapping("/api/message/push-log")
@Permission(MessagePermissions.READ_PUSH_LOG)
class PushLogController {

    private final PushLog log;
    private final Exports exports;

    PushLogController(PushLog log, Exports exports) {
        this.log = log;
        this.exports = exports;
    }

    private enum Reading implements AuditAction {
        PUSH_LOG_EXPORTED;

        @Override
        public String label() {
            return "导出信息推送日志";
        }

        @Override
        public String subjectKind() {
            return "信息推送日志";
        }
    }

    @GetMapping
    Page<Push> list(@Valid PushFilter filter, PageRequest page) {
        return log.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid PushFilter filter, CurrentUser user) {
        return exports.file(
                Reading.PUSH_LOG_EXPORTED,
                Push.SHEET,
                filter,
                user,
                log.count(filter),
                receiver -> log.each(filter, receiver));
    }
}
