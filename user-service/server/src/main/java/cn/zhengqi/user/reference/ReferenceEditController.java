package cn.zhengqi.user.reference;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.Upload;
import cn.zhengqi.web.file.UploadedTable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 基础数据. */
@RestController
@RequestMapping("/api/user/reference-data")
@Permission(UserPermissions.MANAGE_REFERENCE)
class ReferenceEditController {

    private final ReferenceStore store;
    private final ReferenceEditor editor;
    private final ReferenceData data;
    private final UsesElsewhere elsewhere;
    private final Exports exports;
    private final FilesInMemory memory;

    ReferenceEditController(
            ReferenceStore store,
            ReferenceEditor editor,
            ReferenceData data,
            UsesElsewhere elsewhere,
            Exports exports,
            FilesInMemory memory) {
        this.store = store;
        this.editor = editor;
        this.data = data;
        this.elsewhere = elsewhere;
        this.exports = exports;
        this.memory = memory;
    }

    record NewReference(
            @NotBlank @Size(max = 80) String code,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 100) String type,
            @Nullable @Size(max = 80) String parentCode) {}

    record ReferenceChange(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 100) String type,
            @Nullable @Size(max = 80) String parentCode,
            int version) {}

    record AsSeen(int version) {}

    @GetMapping
    Page<ReferenceItem> list(@Valid ReferenceFilter filter, PageRequest page) {
        return elsewhere.in(store.list(filter, page));
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ReferenceFilter filter, CurrentUser user) {
        UnaryOperator<ReferenceItem> counting =
                filter.mayHold(ReferenceKind.DICTIONARY) ? elsewhere.counting() : UnaryOperator.identity();
        return exports.file(
                UserAction.REFERENCE_EXPORTED,
                ReferenceSheet.SHEET,
                filter,
                user,
                store.count(filter),
                receiver -> store.each(filter, item -> receiver.accept(counting.apply(item))));
    }

    @GetMapping("/{kind}/{code}")
    ReferenceItem detail(@PathVariable ReferenceKind kind, @PathVariable String code) {
        return store.item(kind, ReferenceKind.normal(code))
                .map(item -> elsewhere.in(item))
                .orElseThrow(() -> ProblemException.notFound(kind.label() + "不存在"));
    }

    @PostMapping("/{kind}")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    void create(@PathVariable ReferenceKind kind, @Valid @RequestBody NewReference it, CurrentUser user) {
        editor.create(kind, new ReferenceDraft(it.code(), it.name(), it.type(), it.parentCode()), user);
        data.refresh();
    }

    @PutMapping("/{kind}/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @PathVariable ReferenceKind kind,
            @PathVariable String code,
            @Valid @RequestBody ReferenceChange it,
            CurrentUser user) {
        editor.change(kind, new ReferenceDraft(code, it.name(), it.type(), it.parentCode()), it.version(), user);
        data.refresh();
    }

    @PostMapping("/{kind}/{code}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(
            @PathVariable ReferenceKind kind, @PathVariable String code, @RequestBody AsSeen seen, CurrentUser user) {
        editor.retire(kind, code, seen.version(), user);
        data.refresh();
    }

    @PostMapping("/{kind}/{code}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(
            @PathVariable ReferenceKind kind, @PathVariable String code, @RequestBody AsSeen seen, CurrentUser user) {
        editor.restore(kind, code, seen.version(), user);
        data.refresh();
    }

    @DeleteMapping("/{kind}/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable ReferenceKind kind, @PathVariable String code, @RequestParam int version) {
        editor.delete(kind, code, version, elsewhere.of(kind, ReferenceKind.normal(code)));
        data.refresh();
    }

    /** What the file would do, line by line. Writes nothing. */
    @PostMapping(path = "/{kind}/import/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Upload(maxBytes = ReferenceFile.MAX_BYTES)
    ReferenceImport.Report check(@PathVariable ReferenceKind kind, @RequestPart("file") MultipartFile file)
            throws IOException {
        return memory.during(
                file.getSize(),
                () -> ReferenceImport.plan(
                                kind, ReferenceFile.read(UploadedTable.bytesOf(file), kind), store.around(kind))
                        .report());
    }

    /** All lines, or none where one is wrong. */
    @PostMapping(path = "/{kind}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Upload(maxBytes = ReferenceFile.MAX_BYTES)
    ReferenceImport.Report bringIn(
            @PathVariable ReferenceKind kind, @RequestPart("file") MultipartFile file, CurrentUser user)
            throws IOException {
        ReferenceImport.Report report = memory.during(
                file.getSize(), () -> editor.apply(kind, ReferenceFile.read(UploadedTable.bytesOf(file), kind), user));
        data.refresh();
        return report;
    }
}
