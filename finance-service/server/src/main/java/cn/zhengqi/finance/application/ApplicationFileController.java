package cn.zhengqi.finance.application;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.upload.Papers;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.ShownFile;
import cn.zhengqi.web.file.Upload;
import java.io.IOException;
import java.util.List;
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

/** Files of loan applications. */
@RestController
@RequestMapping("/api/finance/application-files")
class ApplicationFileController {

    private final ApplicationFiles files;
    private final ApplicationFileReadings readings;
    private final FilesInMemory memory;

    ApplicationFileController(ApplicationFiles files, ApplicationFileReadings readings, FilesInMemory memory) {
        this.files = files;
        this.readings = readings;
        this.memory = memory;
    }

    /** Before it is handed in with an application, which then names it. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Idempotent(asksFirst = true)
    @Permission(FinancePermissions.APPLY)
    @Upload(maxBytes = Papers.MAX_BYTES)
    @ResponseStatus(HttpStatus.CREATED)
    ApplicationFile upload(@RequestPart("file") MultipartFile file, CurrentUser user) throws IOException {
        UUID enterprise = user.requireEnterprise();
        if (file.getSize() > Papers.MAX_BYTES) {
            throw new ProblemException(FinanceProblem.FILE_TOO_LARGE);
        }
        return memory.during(
                file.getSize(),
                () -> files.put(enterprise, user.accountId(), file.getOriginalFilename(), file.getBytes()));
    }

    /** What the person uploaded before and no application has: to be handed in after all, or taken back. */
    @GetMapping
    @Permission(FinancePermissions.APPLY)
    List<ApplicationFile> unused(CurrentUser user) {
        return files.unused(user.requireEnterprise(), user.accountId());
    }

    /** By who uploaded it, before an application has it. */
    @DeleteMapping("/{id}")
    @Permission(FinancePermissions.APPLY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable("id") UUID id, CurrentUser user) {
        files.takeBack(id, user.accountId());
    }

    /** Shown in the browser, where it may run nothing: to the enterprise, and to the bank that it was handed in to. For everybody else it is not there. */
    @GetMapping("/{id}")
    @Permission({FinancePermissions.APPLY, FinancePermissions.HANDLE_APPLICATIONS})
    ResponseEntity<Resource> download(@PathVariable("id") UUID id, CurrentUser user) {
        return shown(
                user.enterpriseId() == null ? readings.read(id, user) : files.ofEnterprise(id, user.enterpriseId()));
    }

    static ResponseEntity<Resource> shown(ApplicationFiles.Content content) {
        return ShownFile.of(content.file().name(), content.file().contentType(), content.bytes());
    }
}
