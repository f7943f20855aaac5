package cn.zhengqi.policy.draft;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.catalogue.PolicyAttachments;
import cn.zhengqi.policy.catalogue.PolicyCriteria;
import cn.zhengqi.policy.catalogue.Wording;
import cn.zhengqi.policy.draft.GoldenCases.GoldenCase;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.ShownFile;
import cn.zhengqi.web.file.Upload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** New policies and new editions: written by one person, published by another. */
@RestController
@RequestMapping("/api/policy/manage/drafts")
@Permission(PolicyPermissions.MANAGE)
class DraftController {

    private final PolicyDrafts drafts;
    private final DraftPublications publications;
    private final PublishedCriteria criteria;
    private final Hindrances hindrances;
    private final PolicyAttachments attachments;
    private final DraftText texts;
    private final FilesInMemory memory;
    private final OneEffect once;

    DraftController(
            PolicyDrafts drafts,
            DraftPublications publications,
            PublishedCriteria criteria,
            Hindrances hindrances,
            PolicyAttachments attachments,
            DraftText texts,
            FilesInMemory memory,
            OneEffect once) {
        this.drafts = drafts;
        this.publications = publications;
        this.criteria = criteria;
        this.hindrances = hindrances;
        this.attachments = attachments;
        this.texts = texts;
        this.memory = memory;
        this.once = once;
    }

    /** @param waiting only those that the caller can publish or give back, because they wrote nothing in them */
    @GetMapping
    @Permission({PolicyPermissions.MANAGE, PolicyPermissions.REVIEW})
    Page<DraftSummary> list(
            @RequestParam(required = false) @Nullable DraftState state,
            @RequestParam(required = false) @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
            @RequestParam(required = false) @Nullable Boolean waiting,
            PageRequest page,
            CurrentUser user) {
        return drafts.list(state, q, Boolean.TRUE.equals(waiting) ? user : null, page);
    }

    @GetMapping("/{id}")
    @Permission({PolicyPermissions.MANAGE, PolicyPermissions.REVIEW})
    DraftDetail detail(@PathVariable UUID id, CurrentUser user) {
        return drafts.detail(id, user);
    }

    /** A new edition of a policy, which starts as the edition before. */
    @PostMapping("/of/{policyId}")
    @ResponseStatus(HttpStatus.CREATED)
    Started startEdition(@PathVariable UUID policyId, CurrentUser user) {
        return new Started(drafts.startEdition(policyId, user));
    }

    /** A new policy. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Started startPolicy(@Valid @RequestBody NewPolicy request, CurrentUser user) {
        return new Started(drafts.startPolicy(request.code(), user));
    }

    @PutMapping("/{id}")
    @LargeBody(kilobytes = DraftSize.MOST_KILOBYTES)
    DraftDetail write(@PathVariable UUID id, @Valid @RequestBody Write request, CurrentUser user) {
        DraftSize.require("content.criteria", request.content().criteria(), request.cases());
        DraftSize.require(request.reading());
        drafts.write(
                id,
                request.version(),
                request.content(),
                new GoldenCases(request.cases()),
                request.reading(),
                Boolean.TRUE.equals(request.byItself()),
                user);
        return drafts.detail(id, user);
    }

    /** A file that comes with the document, told by its content. */
    @PostMapping(path = "/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Idempotent(asksFirst = true)
    @Upload(maxBytes = PolicyAttachments.MAX_BYTES)
    @ResponseStatus(HttpStatus.CREATED)
    DraftDetail attach(
            @PathVariable UUID id, @RequestParam int version, @RequestPart("file") MultipartFile file, CurrentUser user)
            throws IOException {
        if (file.getSize() > PolicyAttachments.MAX_BYTES) {
            throw new ProblemException(PolicyProblem.FILE_TOO_LARGE);
        }
        PolicyAttachments.Kept kept =
                memory.during(file.getSize(), () -> attachments.keep(file.getOriginalFilename(), file.getBytes()));
        return once.of(() -> {
            drafts.attach(id, version, kept, user);
            return drafts.detail(id, user);
        });
    }

    @GetMapping("/{id}/attachments/{attachment}")
    @Permission({PolicyPermissions.MANAGE, PolicyPermissions.REVIEW})
    ResponseEntity<Resource> attachment(@PathVariable UUID id, @PathVariable UUID attachment) {
        PolicyAttachments.Content file = drafts.attachment(id, attachment);
        return ShownFile.of(file.name(), file.contentType(), file.bytes());
    }

    @DeleteMapping("/{id}/attachments/{attachment}")
    DraftDetail detach(
            @PathVariable UUID id, @PathVariable UUID attachment, @RequestParam int version, CurrentUser user) {
        drafts.detach(id, version, attachment, user);
        return drafts.detail(id, user);
    }

    /** Whatever would keep it from being published is said to its author, all of it at once, before a reviewer has read it. */
    @PostMapping("/{id}/submit")
    @Idempotent(asksFirst = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void submit(@PathVariable UUID id, @Valid @RequestBody Seen request, CurrentUser user) {
        PolicyDrafts.Publishable draft = drafts.submittable(id, request.version(), user);
        hindrances.requireNone(draft);
        once.of(() -> {
            drafts.submit(id, request.version(), user);
            return id;
        });
    }

    @PostMapping("/{id}/publish")
    @Permission(PolicyPermissions.REVIEW)
    @Idempotent(asksFirst = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(@PathVariable UUID id, @Valid @RequestBody Seen request, CurrentUser user) {
        PolicyDrafts.Publishable draft = publications.publishable(id, request.version(), user);
        PolicyCriteria tried = criteria.tried(draft.content(), draft.cases());
        Wording text = texts.of(draft);
        once.of(() -> {
            publications.publish(id, request.version(), tried, text, user);
            return id;
        });
    }

    @PostMapping("/{id}/return")
    @Permission(PolicyPermissions.REVIEW)
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable UUID id, @Valid @RequestBody GiveBack request, CurrentUser user) {
        drafts.giveBack(id, request.version(), request.reason(), user);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @RequestParam int version, CurrentUser user) {
        drafts.delete(id, version, user);
    }

    record Started(UUID id) {}

    /** @param code short and stable, as D01; nobody outside sees it */
    record NewPolicy(
            @NotBlank(message = "请填写编号")
            @Pattern(regexp = "[A-Z][A-Z0-9-]{1,11}", message = "编号以大写字母开头，由大写字母、数字和短横线组成，2 至 12 位")
            String code) {}

    /**
     * @param version of the draft that was changed
     * @param cases that have to come out as expected before it can be published
     * @param reading absent: what is kept of it stays
     * @param byItself the page saved it, not its author
     */
    record Write(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "缺少内容") @Valid DraftContent content,

            @Size(max = 50, message = "不超过 50 个案例") List<@Valid GoldenCase> cases,
            @Nullable @Valid DraftReading reading,
            @Nullable Boolean byItself) {}

    /** @param version of the draft that the decision was made by */
    record Seen(@NotNull(message = "缺少版本号") Integer version) {}

    /** @param reason told to who wrote it */
    record GiveBack(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写退回原因") @Explanation(of = "退回原因")
            String reason) {}
}
