package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.AuthPermissions;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 开放接口 in the console: who wants a key, who has one, and what is done with it. */
@RestController
@RequestMapping("/api/auth/openapi/keys")
class KeyReviewController {

    private final Keys keys;
    private final Calls calls;
    private final Exports exports;

    KeyReviewController(Keys keys, Calls calls, Exports exports) {
        this.keys = keys;
        this.calls = calls;
        this.exports = exports;
    }

    /** @param version of the key that was decided by */
    record KeyDecision(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请说明原因") @Explanation(of = "原因")
            String reason) {}

    @GetMapping
    @Permission(AuthPermissions.QUERY_KEYS)
    Page<KeyView> list(@Valid KeyFilter filter, PageRequest page) {
        return keys.list(filter, page);
    }

    @GetMapping("/export")
    @Permission(AuthPermissions.EXPORT_KEYS)
    ResponseEntity<StreamingResponseBody> export(@Valid KeyFilter filter, CurrentUser user) {
        return exports.file(
                OpenApiAction.OPENAPI_KEYS_EXPORTED,
                KeyView.SHEET,
                filter,
                user,
                keys.count(filter),
                receiver -> keys.each(filter, receiver));
    }

    @GetMapping("/{id}")
    @Permission(AuthPermissions.READ_KEY)
    KeyView one(@PathVariable("id") UUID id) {
        return keys.one(id);
    }

    @GetMapping("/{id}/calls")
    @Permission(AuthPermissions.READ_KEY)
    Page<Calls.CallRow> calls(@PathVariable("id") UUID id, PageRequest page) {
        return calls.of(keys.one(id).id(), page);
    }

    @GetMapping("/{id}/days")
    @Permission(AuthPermissions.READ_KEY)
    List<Calls.DayCount> days(@PathVariable("id") UUID id, @Valid Period period) {
        return calls.byDay(keys.one(id).id(), period.length());
    }

    @PostMapping("/{id}/approve")
    @Idempotent
    @Permission(AuthPermissions.REVIEW_KEYS)
    KeyView approve(@PathVariable("id") UUID id, @Valid @RequestBody Approval approval, CurrentUser user) {
        return keys.approve(id, approval, user);
    }

    @PostMapping("/{id}/reject")
    @Idempotent
    @Permission(AuthPermissions.REVIEW_KEYS)
    KeyView reject(@PathVariable("id") UUID id, @Valid @RequestBody KeyDecision decision, CurrentUser user) {
        return keys.reject(id, decision.version(), decision.reason(), user);
    }

    /** At the gateway from the next request that comes some seconds later, as a revocation is. */
    @PutMapping("/{id}")
    @Permission(AuthPermissions.REVIEW_KEYS)
    KeyView change(@PathVariable("id") UUID id, @Valid @RequestBody KeyTerms terms, CurrentUser user) {
        return keys.changeTerms(id, terms, user);
    }

    @PostMapping("/{id}/revoke")
    @Idempotent
    @Permission(AuthPermissions.REVOKE_KEYS)
    KeyView revoke(@PathVariable("id") UUID id, @Valid @RequestBody KeyDecision decision, CurrentUser user) {
        return keys.revoke(id, decision.version(), decision.reason(), user);
    }
}
