package cn.zhengqi.matching.tag;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 标签库: the tags themselves. */
@RestController
@RequestMapping("/api/match/tags")
@Permission(MatchingPermissions.READ_TAGS)
class TagController {

    private final Tags tags;
    private final Exports exports;

    TagController(Tags tags, Exports exports) {
        this.tags = tags;
        this.exports = exports;
    }

    @GetMapping
    Page<TagRow> list(@Valid TagFilter filter, PageRequest page, CurrentUser user) {
        return tags.list(filter, scope(user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid TagFilter filter, CurrentUser user) {
        DataScope scope = scope(user);
        return exports.file(
                TagAction.TAGS_EXPORTED,
                TagSheets.LIBRARY,
                filter,
                user,
                tags.count(filter),
                receiver -> tags.each(filter, scope, receiver));
    }

    @GetMapping("/categories")
    List<String> categories(@RequestParam(required = false) @Nullable TagSubject subject) {
        return tags.categories(subject);
    }

    @GetMapping("/{id}")
    TagDetail detail(@PathVariable UUID id) {
        return tags.detail(id);
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES_OF_CRITERIA)
    @Permission(MatchingPermissions.MANAGE_TAGS)
    TagDetail create(@Valid @RequestBody NewTag request) {
        return tags.create(request.subject(), request.kind(), request.content());
    }

    @PutMapping("/{id}")
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES_OF_CRITERIA)
    @Permission(MatchingPermissions.MANAGE_TAGS)
    TagDetail change(@PathVariable UUID id, @Valid @RequestBody ChangedTag request) {
        return tags.change(id, request.version(), request.content());
    }

    @PostMapping("/{id}/retire")
    @Idempotent
    @Permission(MatchingPermissions.MANAGE_TAGS)
    TagDetail retire(@PathVariable UUID id, @Valid @RequestBody SeenTag request) {
        return tags.retire(id, request.version(), true);
    }

    @PostMapping("/{id}/restore")
    @Idempotent
    @Permission(MatchingPermissions.MANAGE_TAGS)
    TagDetail restore(@PathVariable UUID id, @Valid @RequestBody SeenTag request) {
        return tags.retire(id, request.version(), false);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission(MatchingPermissions.MANAGE_TAGS)
    void delete(@PathVariable UUID id, @RequestParam int version) {
        tags.delete(id, version);
    }

    private static DataScope scope(CurrentUser user) {
        return TaggingController.reader(user).scope();
    }

    record NewTag(
            @NotNull(message = "请选择对象") TagSubject subject,
            @NotNull(message = "请选择类型") TagKind kind,
            @Valid @NotNull(message = "请填写标签") TagContent content) {}

    /** @param version of the tag that the decision was made by; so in what follows */
    record ChangedTag(
            @NotNull(message = "缺少版本号") Integer version,
            @Valid @NotNull(message = "请填写标签") TagContent content) {}

    record SeenTag(@NotNull(message = "缺少版本号") Integer version) {}
}
