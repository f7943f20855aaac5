package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.ShownFile;
import cn.zhengqi.web.file.Upload;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/policy/declaration-files")
class FileController {

    private final DeclarationFiles files;
    private final DeclarationReadings readings;
    private final FilesInMemory memory;

    FileController(DeclarationFiles files, DeclarationReadings readings, FilesInMemory memory) {
        this.files = files;
        this.readings = readings;
        this.memory = memory;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Idempotent(asksFirst = true)
    @Permission({PolicyPermissions.DECLARE, PolicyPermissions.REDEEM})
    @Upload(maxBytes = DeclarationFiles.MAX_BYTES)
    @ResponseStatus(HttpStatus.CREATED)
    DeclarationFile upload(@RequestPart("file") MultipartFile file, CurrentUser user) throws IOException {
        UUID enterprise = user.requireEnterprise();
        if (file.getSize() > DeclarationFiles.MAX_BYTES) {
            throw new ProblemException(PolicyProblem.FILE_TOO_LARGE);
        }
        return memory.during(
                file.getSize(),
                () -> files.put(enterprise, user.accountId(), file.getOriginalFilename(), file.getBytes()));
    }

    /** What the enterprise uploaded last, or last of such a name: it can be handed in again. With ids those of them that are still there. */
    @GetMapping
    @Permission({PolicyPermissions.DECLARE, PolicyPermissions.REDEEM})
    List<DeclarationFile> latest(
            @RequestParam(name = "q", required = false) @Nullable @Size(max = 100, message = "搜索词不超过 100 字")
                    String named,
            @RequestParam(required = false) @Nullable @Size(max = 50, message = "一次最多查 50 个文件") List<UUID> ids,
            CurrentUser user) {
        UUID enterprise = user.requireEnterprise();
        return ids == null || ids.isEmpty()
                ? files.latest(enterprise, named)
                : List.copyOf(files.of(enterprise, ids).values());
    }

    /** Shown in the browser, where it may run nothing. What belongs to somebody else is not there. */
    @GetMapping("/{id}")
    @Permission({PolicyPermissions.DECLARE, PolicyPermissions.REDEEM, PolicyPermissions.HANDLE_DECLARATIONS})
    ResponseEntity<Resource> download(@PathVariable("id") UUID id, CurrentUser user) {
        Optional<DeclarationFiles.Content> own =
                user.enterpriseId() == null ? Optional.empty() : files.ofEnterprise(user.enterpriseId(), id);
        DeclarationFiles.Content content = own.or(() -> user.has(PolicyPermissions.HANDLE_DECLARATIONS)
                        ? readings.openFile(id, scope(user), user).map(files::withBytes)
                        : Optional.empty())
                .orElseThrow(() -> ProblemException.notFound("文件不存在"));
        return ShownFile.of(content.file().name(), content.file().contentType(), content.bytes());
    }

    private static DataScope scope(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.DECLARATION), user.territory(), user.accountId());
    }
}
