package cn.zhengqi.finance.cover;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.ProblemException;
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

/** Covers in the console: handed in by who writes, looked at also before anything is published. */
@RestController
@RequestMapping("/api/finance/manage/covers")
class CoverDeskController {

    private final Covers covers;
    private final FilesInMemory memory;

    CoverDeskController(Covers covers, FilesInMemory memory) {
        this.covers = covers;
        this.memory = memory;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Idempotent(asksFirst = true)
    @Permission({FinancePermissions.EDIT_NEWS, FinancePermissions.MANAGE_ACTIVITIES})
    @Upload(maxBytes = Covers.MAX_BYTES)
    @ResponseStatus(HttpStatus.CREATED)
    CoverPicture upload(@RequestPart("file") MultipartFile file, CurrentUser user) throws IOException {
        if (file.getSize() > Covers.MAX_BYTES) {
            throw Covers.tooLarge();
        }
        return memory.during(
                file.getSize(), () -> covers.put(user.accountId(), file.getOriginalFilename(), file.getBytes()));
    }

    /** By who handed it in, while nothing names it. */
    @DeleteMapping("/{id}")
    @Permission({FinancePermissions.EDIT_NEWS, FinancePermissions.MANAGE_ACTIVITIES})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable("id") UUID id, CurrentUser user) {
        covers.takeBack(id, user.accountId());
    }

    @GetMapping("/{id}")
    @Permission({FinancePermissions.EDIT_NEWS, FinancePermissions.REVIEW_NEWS, FinancePermissions.MANAGE_ACTIVITIES})
    ResponseEntity<Resource> picture(@PathVariable("id") UUID id) {
        Covers.Content content = covers.any(id).orElseThrow(() -> ProblemException.notFound("图片不存在"));
        return ShownFile.of(content.picture().name(), content.picture().contentType(), content.bytes());
    }
}
