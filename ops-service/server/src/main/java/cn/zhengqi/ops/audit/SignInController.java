package cn.zhengqi.ops.audit;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.AuditAction;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.ops.OpsPermissions;
import cn.zhengqi.ops.export.ExportJobView;
import cn.zhengqi.ops.export.ExportJobs;
import cn.zhengqi.ops.export.ExportKind;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 登录日志 in the console: read and taken out, never changed. */
@RestController
@RequestMapping("/api/ops/sign-ins")
@Permission(OpsPermissions.READ_SIGN_IN_LOG)
class SignInController {

    private final SignIns signIns;
    private final Exports exports;
    private final ExportJobs jobs;
    private final OneEffect once;

    SignInController(SignIns signIns, Exports exports, ExportJobs jobs, OneEffect once) {
        this.signIns = signIns;
        this.exports = exports;
        this.jobs = jobs;
        this.once = once;
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
        return signIns.list(signIns.condition(filter), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid SignInFilter filter, CurrentUser user) {
        OperationFilter.Condition condition = signIns.condition(filter);
        return exports.file(
                Reading.SIGN_IN_LOG_EXPORTED,
                SignInRow.SHEET,
                filter.covered(),
                user,
                signIns.count(condition),
                receiver -> signIns.each(condition, receiver));
    }

    /** The same list however long, written to a file in the background. */
    @PostMapping("/export-jobs")
    @Idempotent(asksFirst = true)
    ExportJobView askForExport(@RequestBody @Valid SignInFilter filter, CurrentUser user) {
        SignInFilter covered = filter.covered();
        OperationFilter.Condition condition = signIns.condition(filter);
        return once.of(() ->
                jobs.ask(ExportKind.SIGN_INS, filter, covered, covered.inWords(), signIns.count(condition), user));
    }
}
