package cn.zhengqi.ops.audit;

import cn.zhengqi.events.audit.AuditAction;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.ops.OpsPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 操作日志 in the console: read and taken out, never changed; there is no route that writes. */
@RestController
@RequestMapping("/api/ops/operations")
@Permission(OpsPermissions.READ_AUDIT)
class OperationController {

    private final Operations operations;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    OperationController(Operations operations, AuditTrail audit, TransactionTemplate transaction) {
        this.operations = operations;
        this.audit = audit;
        this.transaction = transaction;
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
        transaction.executeWithoutResult(
                status -> audit.changed(Reading.EXPORTED, user.accountId(), "操作日志", null, filter));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(OperationSheet.CONTENT_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("操作日志.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> {
                    try (OperationSheet sheet = new OperationSheet(out)) {
                        operations.each(filter, sheet::add);
                    }
                });
    }
}
