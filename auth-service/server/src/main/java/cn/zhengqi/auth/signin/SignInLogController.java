package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.AuthPermissions;
import cn.zhengqi.events.audit.AuditAction;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 登录日志 in the console: read and taken out, never changed. */
@RestController
@RequestMapping("/api/auth/sign-in-log")
@Permission(AuthPermissions.READ_SIGN_IN_LOG)
class SignInLogController {

    private final SignInHistory history;
    private final Exports exports;

    SignInLogController(SignInHistory history, Exports exports) {
        this.history = history;
        this.exports = exports;
    }

    private enum Reading implements AuditAction {
        SIGN_IN_LOG_EXPORTED;

        @Override
        public String label() {
            return "导出登录日志";
        }

        @Override
        public String subjectKind() {
            return "登录日志";
        }
    }

    @GetMapping
    Page<SignInRow> list(@Valid SignInFilter filter, PageRequest page) {
        return history.list(filter.query(), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid SignInFilter filter, CurrentUser user) {
        SignInFilter.Query query = filter.query();
        return exports.file(
                Reading.SIGN_IN_LOG_EXPORTED,
                SignInRow.SHEET,
                filter.masked(),
                user,
                history.count(query),
                receiver -> history.each(query, receiver));
    }
}
