package cn.zhengqi.code.scan;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/code")
class ScanController {

    /** Every code is far shorter: what is longer is none. */
    private static final int LONGEST = 1000;

    private final Scans scans;
    private final Exports exports;

    ScanController(Scans scans, Exports exports) {
        this.scans = scans;
        this.exports = exports;
    }

    /** @param place where it was scanned, as the scanner says */
    record ScanRequest(
            @NotBlank(message = "请扫描或输入企业码") String content,
            @NotNull ScanSource source,
            @Nullable @Size(max = 100) String place) {}

    @PostMapping("/scans")
    @Idempotent(asksFirst = true, answeredForSeconds = 60)
    @Permission(CodePermissions.SCAN)
    @ResponseStatus(HttpStatus.CREATED)
    ScanResult scan(@Valid @RequestBody ScanRequest request, CurrentUser user) {
        if (!ScanSource.OF_PEOPLE.contains(request.source())) {
            throw ProblemException.validation("source", "UNKNOWN", "不支持的核验方式");
        }
        if (request.content().length() > LONGEST) {
            throw new ProblemException(CodeProblem.CODE_UNKNOWN);
        }
        String place = request.place();
        return scans.scan(
                request.content(),
                request.source(),
                place == null || place.isBlank() ? null : place.strip(),
                Scanner.of(user));
    }

    @GetMapping("/scans")
    @Permission(CodePermissions.SCAN)
    Page<OwnScan> own(@Valid ScanFilter filter, CurrentUser user, PageRequest page) {
        return scans.seen(filter.within(scopeOf(user)), page);
    }

    @GetMapping("/scans/export")
    @Permission(CodePermissions.SCAN)
    ResponseEntity<StreamingResponseBody> export(@Valid ScanFilter filter, CurrentUser user) {
        ScanFilter.Query query = filter.within(scopeOf(user));
        return exports.file(
                CodeAction.OWN_SCANS_EXPORTED,
                ScanSheet.SHEET,
                filter,
                user,
                scans.countSeen(query),
                receiver -> scans.eachSeen(query, receiver));
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.SCAN), user.territory(), user.accountId());
    }
}
