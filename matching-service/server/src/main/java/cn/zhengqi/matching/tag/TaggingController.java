package cn.zhengqi.matching.tag;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.Upload;
import cn.zhengqi.web.file.UploadedTable;
import cn.zhengqi.web.sheet.Sheet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Who has a tag: lists, setting and taking off, for one or many. Tags of a policy are public, so they ask for its upkeep as well. */
@RestController
@RequestMapping("/api/match")
@Permission(MatchingPermissions.READ_TAGS)
class TaggingController {

    private final Tags tags;
    private final TagHolders holders;
    private final Taggings taggings;
    private final EnterpriseTags enterprises;
    private final Exports exports;
    private final FilesInMemory memory;
    private final OneEffect once;

    TaggingController(
            Tags tags,
            TagHolders holders,
            Taggings taggings,
            EnterpriseTags enterprises,
            Exports exports,
            FilesInMemory memory,
            OneEffect once) {
        this.tags = tags;
        this.holders = holders;
        this.taggings = taggings;
        this.enterprises = enterprises;
        this.exports = exports;
        this.memory = memory;
        this.once = once;
    }

    /** How far somebody reaches, and whether they read what enterprises say of themselves. */
    static TagHolders.Reader reader(CurrentUser user) {
        return new TagHolders.Reader(
                DataScope.of(user.reach(ScopedResource.ENTERPRISE), user.territory(), user.accountId()),
                user.has(MatchingPermissions.READ_ENTERPRISES));
    }

    @GetMapping("/tags/{id}/holders")
    Page<TagHolder> list(@PathVariable UUID id, @Valid HolderFilter filter, PageRequest page, CurrentUser user) {
        return holders.list(tags.tag(id), filter, reader(user), page);
    }

    @GetMapping("/tags/{id}/holders/export")
    ResponseEntity<StreamingResponseBody> export(@PathVariable UUID id, @Valid HolderFilter filter, CurrentUser user) {
        Tag tag = tags.tag(id);
        TagHolders.Reader reader = reader(user);
        return exports.file(
                TagAction.TAG_HOLDERS_EXPORTED,
                TagSheets.holders(tag),
                filter,
                user,
                holders.count(tag, filter, reader),
                receiver -> holders.each(tag, filter, reader, receiver));
    }

    @PostMapping("/tags/{id}/holders")
    @Idempotent
    @Permission(MatchingPermissions.ASSIGN_TAGS)
    Taggings.Done put(@PathVariable UUID id, @Valid @RequestBody Chosen request, CurrentUser user) {
        Tag tag = tags.tag(id).settable();
        require(tag.subject(), user);
        return taggings.put(
                tag.subject(),
                Wish.of(tag, request.codes(), request.note()),
                reader(user).scope(),
                user);
    }

    @PostMapping("/tags/{id}/holders/removals")
    @Idempotent
    @Permission(MatchingPermissions.ASSIGN_TAGS)
    Taggings.Done take(@PathVariable UUID id, @Valid @RequestBody Unwanted request, CurrentUser user) {
        Tag tag = tags.tag(id);
        require(tag.subject(), user);
        return taggings.take(tag, request.codes(), reader(user).scope());
    }

    /** A line for each tag of each enterprise or policy: all of them, or none and what is wrong with each. */
    @PostMapping(path = "/tags/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Idempotent(asksFirst = true)
    @Upload(maxBytes = UploadedTable.MAX_BYTES)
    @Permission(MatchingPermissions.ASSIGN_TAGS)
    Taggings.Done bringIn(@RequestParam TagSubject subject, @RequestPart("file") MultipartFile file, CurrentUser user)
            throws IOException {
        require(subject, user);
        return memory.during(file.getSize(), () -> {
            List<Wish> wishes = Wish.read(subject, UploadedTable.bytesOf(file));
            return once.of(() -> taggings.put(subject, wishes, reader(user).scope(), user));
        });
    }

    /** A file to fill in and bring back; it holds nothing of anybody. */
    @GetMapping("/tags/imports/template")
    @Permission(MatchingPermissions.ASSIGN_TAGS)
    ResponseEntity<byte[]> template(@RequestParam TagSubject subject) {
        return ResponseEntity.ok()
                .contentType(Sheet.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("导入打标模板-" + subject.label() + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(ImportTemplate.of(subject));
    }

    @GetMapping("/enterprises/{id}/tags")
    List<EnterpriseTag> ofEnterprise(@PathVariable UUID id, CurrentUser user) {
        return enterprises.seenBy(reader(user), id);
    }

    @GetMapping("/my/tags")
    @Permission(MatchingPermissions.OWN_ENTERPRISE)
    List<EnterpriseTag> own(CurrentUser user) {
        return enterprises.own(user.requireEnterprise());
    }

    private static void require(TagSubject subject, CurrentUser user) {
        if (subject == TagSubject.POLICY) {
            user.require(MatchingPermissions.MANAGE_POLICIES);
        }
    }

    /**
     * @param codes USCC of enterprises, or codes of policies
     * @param note why; the enterprise reads it
     */
    record Chosen(
            @NotEmpty(message = "请填写要打标签的企业或政策") @Size(max = 200, message = "一次不超过 200 个，更多请用导入")
            List<@NotBlank(message = "编号不能为空") @Size(max = 40, message = "编号不超过 40 字") String> codes,

            @Nullable @Size(max = 100, message = "理由不超过 100 字")
            String note) {}

    record Unwanted(
            @NotEmpty(message = "请选择要取消标签的企业或政策") @Size(max = 200, message = "一次不超过 200 个")
            List<@NotBlank(message = "编号不能为空") @Size(max = 40, message = "编号不超过 40 字") String> codes) {}
}
