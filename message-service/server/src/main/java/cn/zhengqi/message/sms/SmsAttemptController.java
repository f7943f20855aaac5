package cn.zhengqi.message.sms;

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

/** 短信发送明细 and 短信费用 in the console: parts of 信息推送日志, read and taken out, never changed. */
@RestController
@RequestMapping("/api/message/sms-attempts")
@Permission(MessagePermissions.READ_PUSH_LOG)
class SmsAttemptController {

    private final AttemptLog log;
    private final Exports exports;

    SmsAttemptController(AttemptLog log, Exports exports) {
        this.log = log;
        this.exports = exports;
    }

    private enum Reading implements AuditAction {
        SMS_ATTEMPTS_EXPORTED("导出短信发送明细"),
        SMS_COSTS_EXPORTED("导出短信费用");

        private final String label;

        Reading(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public String subjectKind() {
            return "信息推送日志";
        }
    }

    @GetMapping
    Page<SmsAttempt> list(@Valid AttemptFilter filter, PageRequest page) {
        return log.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid AttemptFilter filter, CurrentUser user) {
        return exports.file(
                Reading.SMS_ATTEMPTS_EXPORTED,
                SmsAttempt.SHEET,
                filter,
                user,
                log.count(filter),
                receiver -> log.each(filter, receiver));
    }

    /** By provider and day, latest first. */
    @GetMapping("/days")
    Page<ProviderDay> days(@Valid CostFilter filter, PageRequest page) {
        return log.days(filter, page);
    }

    @GetMapping("/days/export")
    ResponseEntity<StreamingResponseBody> exportDays(@Valid CostFilter filter, CurrentUser user) {
        return exports.file(
                Reading.SMS_COSTS_EXPORTED,
                ProviderDay.SHEET,
                filter,
                user,
                log.countDays(filter),
                receiver -> log.eachDay(filter, receiver));
    }
}
