package cn.zhengqi.ops.export;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.ops.OpsPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.sheet.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 导出任务: one's own, in the console. They are asked for beside the lists that they take out. */
@RestController
@RequestMapping("/api/ops/exports")
@Permission({OpsPermissions.READ_AUDIT, OpsPermissions.READ_SIGN_IN_LOG})
class ExportController {

    private final ExportJobs jobs;

    ExportController(ExportJobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    Page<ExportJobView> list(PageRequest page, CurrentUser user) {
        return jobs.list(page, user);
    }

    @PostMapping("/{id}/cancel")
    @Idempotent
    ExportJobView cancel(@PathVariable UUID id, CurrentUser user) {
        return jobs.cancel(id, user);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<StreamingResponseBody> file(@PathVariable UUID id, CurrentUser user) {
        ExportFile file = jobs.file(id, user);
        return ResponseEntity.ok()
                .contentType(Sheet.XLSX)
                .contentLength(file.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file::writeTo);
    }
}
