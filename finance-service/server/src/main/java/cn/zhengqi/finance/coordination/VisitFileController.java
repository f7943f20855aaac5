package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.upload.Papers;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.ShownFile;
import cn.zhengqi.web.file.Upload;
import java.io.IOException;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Photos and papers of 走访记录. */
@RestController
@RequestMapping("/api/finance/visit-files")
class VisitFileController {

    private final VisitFiles files;
    private final FilesInMemory memory;

    VisitFileController(VisitFiles files, FilesInMemory memory) {
        this.files = files;
        this.memory = memory;
    }

    /** Before the visit is recorded, which then names it. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Idempotent(asksFirst = true)
    @Permission(FinancePermissions.VISIT)
    @Upload(maxBytes = Papers.MAX_BYTES)
    @ResponseStatus(HttpStatus.CREATED)
    VisitFile upload(@RequestPart("file") MultipartFile file, CurrentUser user) throws IOException {
        if (file.getSize() > Papers.MAX_BYTES) {
            throw new ProblemException(FinanceProblem.FILE_TOO_LARGE);
        }
        return memory.during(
                file.getSize(), () -> files.put(user.accountId(), file.getOriginalFilename(), file.getBytes()));
    }

    /** By who handed it in, before a visit has it. */
    @DeleteMapping("/{id}")
    @Permission(FinancePermissions.VISIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable("id") UUID id, CurrentUser user) {
        files.takeBack(id, user.accountId());
    }

    /** Shown in the browser, where it may run nothing. What lies out of reach is not there. */
    @GetMapping("/{id}")
    @Permission({FinancePermissions.VISIT, FinancePermissions.READ_COORDINATION, FinancePermissions.COORDINATE})
    ResponseEntity<Resource> download(@PathVariable("id") UUID id, CurrentUser user) {
        VisitFiles.Content content = files.open(
                        id,
                        user.accountId(),
                        DataScope.of(user.reach(ScopedResource.LOAN_APPLICATION), user.territory(), user.accountId()))
                .orElseThrow(() -> ProblemException.notFound("文件不存在"));
        return ShownFile.of(content.file().name(), content.file().contentType(), content.bytes());
    }
}
