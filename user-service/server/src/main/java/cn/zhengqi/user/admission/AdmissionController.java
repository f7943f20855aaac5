package cn.zhengqi.user.admission;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.Upload;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 入驻申请 and 入驻审核. */
@RestController
@RequestMapping("/api/user")
class AdmissionController {

    private final Admissions admissions;
    private final ReferenceData data;
    private final FilesInMemory memory;
    private final OneEffect effect;

    AdmissionController(Admissions admissions, ReferenceData data, FilesInMemory memory, OneEffect effect) {
        this.admissions = admissions;
        this.data = data;
        this.memory = memory;
        this.effect = effect;
    }

    record Submitted(UUID id) {}

    record AsSeen(int version) {}

    record Refusal(@NotBlank @Explanation(of = "原因") String reason, int version) {}

    @PostMapping(path = "/my/admission", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Idempotent(asksFirst = true)
    @Permission(Permission.SIGNED_IN)
    @Upload(maxBytes = (long) Admissions.MOST_PAPERS * Paper.MAX_BYTES)
    @ResponseStatus(HttpStatus.CREATED)
    Submitted submit(
            @RequestPart("application") @Valid AdmissionForm application,
            @RequestPart("papers") List<MultipartFile> papers,
            CurrentUser user)
            throws IOException {
        if (papers.size() > Admissions.MOST_PAPERS
                || papers.stream().anyMatch(paper -> paper.getSize() > Paper.MAX_BYTES)) {
            throw Paper.refused(UserProblem.ADMISSION_FILE_SIZE);
        }
        long bytes = papers.stream().mapToLong(MultipartFile::getSize).sum();
        return memory.during(bytes, () -> {
            List<Paper> checked = new ArrayList<>();
            for (MultipartFile paper : papers) {
                checked.add(Paper.of(paper.getOriginalFilename(), paper.getBytes()));
            }
            return effect.of(() -> new Submitted(admissions.submit(application, checked, user)));
        });
    }

    /** The newest; 204 before the first: that is no error. */
    @GetMapping("/my/admission")
    @Permission(Permission.SIGNED_IN)
    @Nullable
    Admission mine(CurrentUser user, HttpServletResponse response) {
        Optional<Admission> newest = admissions.mine(user);
        response.setStatus(newest.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NO_CONTENT);
        return newest.orElse(null);
    }

    @GetMapping("/admissions")
    @Permission(UserPermissions.REVIEW_ADMISSIONS)
    Page<AdmissionRow> list(@Valid AdmissionFilter filter, PageRequest page) {
        return admissions.list(filter, page);
    }

    @GetMapping("/admissions/{id}")
    @Permission(UserPermissions.REVIEW_ADMISSIONS)
    Admission detail(@PathVariable UUID id) {
        return admissions.detail(id);
    }

    /** Shown in the browser, where it may run nothing. */
    @GetMapping("/admissions/{id}/papers/{paperId}")
    @Permission(UserPermissions.REVIEW_ADMISSIONS)
    ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable UUID paperId) {
        Paper paper = admissions.paper(id, paperId);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(paper.contentType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(paper.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(paper.bytes());
    }

    @PostMapping("/admissions/{id}/approval")
    @Permission(UserPermissions.REVIEW_ADMISSIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable UUID id, @RequestBody AsSeen seen, CurrentUser user) {
        admissions.approve(id, seen.version(), user);
        data.refresh();
    }

    @PostMapping("/admissions/{id}/rejection")
    @Permission(UserPermissions.REVIEW_ADMISSIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(@PathVariable UUID id, @Valid @RequestBody Refusal refusal, CurrentUser user) {
        admissions.reject(id, refusal.version(), refusal.reason(), user);
    }
}
