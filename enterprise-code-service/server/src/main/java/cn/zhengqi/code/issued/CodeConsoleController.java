package cn.zhengqi.code.issued;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The codes of all enterprises, for staff. */
@RestController
@RequestMapping("/api/code/codes")
@Permission(CodePermissions.MANAGE)
class CodeConsoleController {

    private final Codes codes;
    private final Exports exports;

    CodeConsoleController(Codes codes, Exports exports) {
        this.codes = codes;
        this.exports = exports;
    }

    /** @param version of the code that the person saw when they decided */
    record CodeChangeRequest(
            @NotNull Integer version,
            @NotBlank @Explanation(of = "原因") String reason) {}

    /** The reason stands beside the colour wherever the code is shown. */
    record CodeLevelRequest(
            @NotNull Integer version,
            @NotNull CodeLevel level,
            @NotBlank @Explanation(of = "调整依据") String reason) {}

    @GetMapping
    Page<EnterpriseCode> list(@Valid CodeFilter filter, CurrentUser user, PageRequest page) {
        return codes.list(filter, scopeOf(user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid CodeFilter filter, CurrentUser user) {
        DataScope scope = scopeOf(user);
        return exports.file(
                CodeAction.CODES_EXPORTED,
                CodeSheet.SHEET,
                filter,
                user,
                codes.count(filter, scope),
                receiver -> codes.each(filter, scope, receiver));
    }

    @GetMapping("/{id}")
    EnterpriseCodeDetail detail(@PathVariable("id") UUID id, CurrentUser user) {
        return codes.detail(id, scopeOf(user));
    }

    @PostMapping("/{id}/freeze")
    @Idempotent
    EnterpriseCode freeze(
            @PathVariable("id") UUID id, @Valid @RequestBody CodeChangeRequest request, CurrentUser user) {
        return codes.freeze(id, request.version(), scopeOf(user), Actor.of(user), request.reason());
    }

    @PostMapping("/{id}/unfreeze")
    @Idempotent
    EnterpriseCode unfreeze(
            @PathVariable("id") UUID id, @Valid @RequestBody CodeChangeRequest request, CurrentUser user) {
        return codes.unfreeze(id, request.version(), scopeOf(user), Actor.of(user), request.reason());
    }

    @PostMapping("/{id}/revoke")
    @Idempotent
    EnterpriseCode revoke(
            @PathVariable("id") UUID id, @Valid @RequestBody CodeChangeRequest request, CurrentUser user) {
        return codes.revoke(id, request.version(), scopeOf(user), Actor.of(user), request.reason());
    }

    @PostMapping("/{id}/reissue")
    @Idempotent
    EnterpriseCode reissue(
            @PathVariable("id") UUID id, @Valid @RequestBody CodeChangeRequest request, CurrentUser user) {
        return codes.reissue(id, request.version(), scopeOf(user), Actor.of(user), request.reason());
    }

    @PostMapping("/{id}/level")
    @Idempotent
    EnterpriseCode level(@PathVariable("id") UUID id, @Valid @RequestBody CodeLevelRequest request, CurrentUser user) {
        return codes.mark(id, request.version(), request.level(), scopeOf(user), Actor.of(user), request.reason());
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.CODE), user.territory(), user.accountId());
    }
}
