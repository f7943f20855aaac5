package cn.zhengqi.code.servicecode;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The codes of services and venues, for staff. */
@RestController
@RequestMapping("/api/code/service-codes")
@Permission(CodePermissions.MANAGE)
class ServiceCodeController {

    private final ServiceCodes codes;
    private final Exports exports;

    ServiceCodeController(ServiceCodes codes, Exports exports) {
        this.codes = codes;
        this.exports = exports;
    }

    /** @param version of the code that the person saw when they decided */
    record ServiceCodeVersion(@NotNull Integer version) {}

    /** @param version of the code that the person saw when they changed it */
    record ServiceCodeEdit(
            @NotNull Integer version, @NotNull @Valid ServiceCodeForm code) {}

    @GetMapping
    Page<ServiceCodeView> list(@Valid ServiceCodeFilter filter, PageRequest page, CurrentUser user) {
        return codes.list(filter, scopeOf(user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ServiceCodeFilter filter, CurrentUser user) {
        DataScope scope = scopeOf(user);
        return exports.file(
                CodeAction.SERVICE_CODES_EXPORTED,
                ServiceCodeSheet.SHEET,
                filter,
                user,
                codes.count(filter, scope),
                receiver -> codes.each(filter, scope, receiver));
    }

    @GetMapping("/{id}")
    ServiceCodeView one(@PathVariable("id") UUID id, CurrentUser user) {
        return codes.one(id, scopeOf(user));
    }

    /** Who came, latest first. */
    @GetMapping("/{id}/visits")
    Page<VisitRow> visits(@PathVariable("id") UUID id, PageRequest page, CurrentUser user) {
        return codes.visitsOf(id, scopeOf(user), page);
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ServiceCodeView make(@Valid @RequestBody ServiceCodeForm form, CurrentUser user) {
        return codes.make(form, user);
    }

    @PutMapping("/{id}")
    ServiceCodeView change(@PathVariable("id") UUID id, @Valid @RequestBody ServiceCodeEdit request, CurrentUser user) {
        return codes.change(id, request.version(), scopeOf(user), request.code());
    }

    @PostMapping("/{id}/stop")
    @Idempotent
    ServiceCodeView stop(
            @PathVariable("id") UUID id, @Valid @RequestBody ServiceCodeVersion request, CurrentUser user) {
        return codes.stop(id, request.version(), scopeOf(user));
    }

    @PostMapping("/{id}/resume")
    @Idempotent
    ServiceCodeView resume(
            @PathVariable("id") UUID id, @Valid @RequestBody ServiceCodeVersion request, CurrentUser user) {
        return codes.resume(id, request.version(), scopeOf(user));
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.SERVICE_CODE), user.territory(), user.accountId());
    }
}
