package cn.zhengqi.code.about;

import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.file.PictureStore;
import cn.zhengqi.code.file.StoredFile;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.Upload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/code/about")
class AboutController {

    private final About about;
    private final PictureStore pictures;
    private final FilesInMemory memory;

    AboutController(About about, PictureStore pictures, FilesInMemory memory) {
        this.about = about;
        this.pictures = pictures;
        this.memory = memory;
    }

    /** @param version of the page that the person saw when they rewrote it */
    record AboutEdit(
            @NotNull Integer version, @NotNull @Valid AboutContent content) {}

    @GetMapping
    AboutContent published() {
        return about.published();
    }

    /** A picture never changes: another one has another id. */
    @GetMapping("/pictures/{id}")
    ResponseEntity<Resource> picture(@PathVariable("id") UUID id) {
        PictureStore.Picture picture = pictures.find(id).orElseThrow(() -> ProblemException.notFound("图片不存在"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.file().contentType()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(picture.bytes());
    }

    @GetMapping("/kept")
    @Permission(CodePermissions.MANAGE)
    About.Kept kept() {
        return about.kept();
    }

    @PutMapping
    @Permission(CodePermissions.MANAGE)
    About.Kept rewrite(@Valid @RequestBody AboutEdit edit, CurrentUser user) {
        return about.rewrite(edit.content(), edit.version(), user.name());
    }

    @PostMapping(path = "/pictures", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Permission(CodePermissions.MANAGE)
    @Upload(maxBytes = PictureStore.MAX_BYTES)
    @ResponseStatus(HttpStatus.CREATED)
    StoredFile upload(@RequestPart("file") MultipartFile file, CurrentUser user) throws IOException {
        if (file.getSize() > PictureStore.MAX_BYTES) {
            throw PictureStore.tooLarge();
        }
        return memory.during(
                file.getSize(), () -> pictures.put(user.accountId(), file.getOriginalFilename(), file.getBytes()));
    }
}
