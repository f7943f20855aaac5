package cn.zhengqi.message.wechat;

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

/** 微信发送明细 in the console: part of 信息推送日志, read and taken out, never changed. */
@RestController
@RequestMapping("/api/message/wechat-attempts")
@Permission(MessagePermissions.READ_PUSH_LOG)
class WeChatAttemptController {

    private final WeChatAttemptLog log;
    private final Exports exports;

    WeChatAttemptController(WeChatAttemptLog log, Exports exports) {
        this.log = log;
        this.exports = exports;
    }

    private enum Reading implements AuditAction {
        WECHAT_ATTEMPTS_EXPORTED;

        @Override
        public String label() {
            return "导出微信发送明细";
        }

        @Override
        public String subjectKind() {
            return "信息推送日志";
        }
    }

    @GetMapping
    Page<WeChatAttempt> list(@Valid WeChatAttemptFilter filter, PageRequest page) {
        return log.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid WeChatAttemptFilter filter, CurrentUser user) {
        return exports.file(
                Reading.WECHAT_ATTEMPTS_EXPORTED,
                WeChatAttempt.SHEET,
                filter,
                user,
                log.count(filter),
                receiver -> log.each(filter, receiver));
    }
}
