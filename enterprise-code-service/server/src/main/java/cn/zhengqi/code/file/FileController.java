package cn.zhengqi.code.file;

import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.ShownFile;
import cn.zhengqi.web.file.Upload;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/code/files")
class FileController {

    private final FileStore files;
    private final FilesInMemory memory;
    private final Clock clock;

    FileController(FileStore files, FilesInMemory memory, Clock clock) {
        this.files = files;
        this.memory = memory;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Idempotent(asksFirst = true)
    @Permission(CodePermissions.CLAIM)
    @Upload(maxBytes = FileStore.MAX_BYTES)
    @ResponseStatus(HttpStatus.CREATED)
    StoredFile upload(@RequestPart("file") MultipartFile file, CurrentUser user) throws IOException {
        if (file.getSize() > FileStore.MAX_BYTES) {
            throw new ProblemException(CodeProblem.FILE_TOO_LARGE);
        }
        return memory.during(
                file.getSize(),
                () -> files.put(user.accountId(), file.getOriginalFilename(), file.getBytes(), clock.instant()));
    }

    /** Shown in the browser, where it may run nothing. What belongs to somebody else is not there. */
    @GetMapping("/{id}")
    @Permission({CodePermissions.CLAIM, CodePermissions.REVIEW_CLAIMS})
    ResponseEntity<Resource> download(@PathVariable("id") UUID id, CurrentUser user) {
        FileStore.Content content = files.ofOwner(user.accountId(), id)
                .or(() -> user.has(CodePermissions.REVIEW_CLAIMS)
                        ? files.letter(id, claims(user), user)
                        : Optional.empty())
                .orElseThrow(() -> ProblemException.notFound("文件不存在"));
        return ShownFile.of(content.file().name(), content.file().contentType(), content.bytes());
    }

    private static DataScope claims(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.CLAIM), user.territory(), user.accountId());
    }
}
