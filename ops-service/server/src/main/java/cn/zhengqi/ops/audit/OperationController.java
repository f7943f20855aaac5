package cn.zhengqi.ops.audit;

import cn.zhengqi.data.idempotency.Idempotent;
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
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 操作日志 in the console: read and taken out, never changed; there is no route that writes. */
@RestController
@RequestMapping("/api/ops/operations")
@Permission(OpsPermissions.READ_AUDIT)
class OperationController {

    private final Operations operations;
    private final Exports exports;
    private final ExportJobs jobs;

    OperationController(Operations operations, Exports exports, ExportJobs jobs) {
        this.operations = operations;
        this.exports = exports;
        this.jobs = jobs;
    }

    private enum Reading implements AuditAction {
        EXPORTED;

        @Override
        public String label() {
            return "导出操作日志";
        }

        @Override
        public String subjectKind() {
            return "操作日志";
        }
    }

    @GetMapping
    Page<Operation> list(@Valid OperationFilter filter, PageRequest page) {
        return operations.list(filter, page);
    }

    @GetMapping("/{seq}")
    OperationDetail detail(@PathVariable("seq") long seq) {
        return operations.detail(seq);
    }

    /** What was done so far, to choose from. */
    @GetMapping("/kinds")
    List<Operations.Kind> kinds() {
        return operations.kinds();
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid OperationFilter filter, CurrentUser user) {
        return exports.file(
                Reading.EXPORTED,
                OperationSheet.SHEET,
                filter,
                user,
                operations.count(filter),
                receiver -> operations.each(filter, receiver));
    }

    /** The same list however long, written to a file in the background. */
    @PostMapping("/export-jobs")
    @Idempotent
    ExportJobView askForExport(@RequestBody @Valid OperationFilter filter, CurrentUser user) {
        return jobs.ask(
                ExportKind.OPERATIONS,
                filter,
                filter,
                filter.inWords(operations.label(filter)),
                operations.count(filter),
                user);
    }

    /** How the chain stands, to be seen at one look; {@code zhengqi audit verify} goes over all of it. */
    @GetMapping("/chain")
    ChainState chain() {
        return operations.chain();
    }
}
