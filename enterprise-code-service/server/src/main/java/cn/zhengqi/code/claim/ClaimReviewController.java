package cn.zhengqi.code.claim;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.events.audit.Reveals;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Review of claims by staff. */
@RestController
@RequestMapping("/api/code/claims")
@Permission(CodePermissions.REVIEW_CLAIMS)
class ClaimReviewController {

    private final ClaimReviews reviews;
    private final ClaimReveals reveals;
    private final Exports exports;

    ClaimReviewController(ClaimReviews reviews, ClaimReveals reveals, Exports exports) {
        this.reviews = reviews;
        this.reveals = reveals;
        this.exports = exports;
    }

    record ApproveRequest(@NotNull Integer version) {}

    record DeclineRequest(
            @NotNull Integer version,

            @NotBlank(message = "请填写原因") @Explanation(of = "原因")
            String reason) {}

    record BatchItem(@NotNull UUID id, @NotNull Integer version) {}

    record BatchRequest(
            @NotEmpty @Size(max = 100, message = "一次最多审核 100 条")
            List<@Valid BatchItem> items) {}

    /** @param code why not; absent when it was approved */
    record BatchResult(
            UUID id,
            boolean approved,
            @Nullable String code,
            @Nullable String detail) {

        static BatchResult of(UUID id, @Nullable ProblemException refusal) {
            return refusal == null
                    ? new BatchResult(id, true, null, null)
                    : new BatchResult(id, false, refusal.code().name(), refusal.detail());
        }
    }

    @GetMapping
    Page<Claim> list(@Valid ClaimFilter filter, CurrentUser user, PageRequest page) {
        return reviews.list(filter, scopeOf(user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ClaimFilter filter, CurrentUser user) {
        DataScope scope = scopeOf(user);
        return exports.file(
                CodeAction.CLAIMS_EXPORTED,
                ClaimRow.SHEET,
                filter,
                user,
                reviews.count(filter, scope),
                receiver -> reviews.each(filter, scope, receiver));
    }

    @GetMapping("/{id}")
    ClaimDetail detail(@PathVariable("id") UUID id, CurrentUser user) {
        return reviews.detail(id, scopeOf(user));
    }

    /** One covered field, for a reason. */
    @PostMapping("/{id}/reveal")
    @Permission(CodePermissions.REVEAL_CLAIMS)
    Reveals.Revealed reveal(@PathVariable("id") UUID id, @Valid @RequestBody Reveals.Ask ask, CurrentUser user) {
        return reveals.reveal(id, scopeOf(user), ask, user);
    }

    @PostMapping("/{id}/approve")
    @Idempotent(asksFirst = true)
    Claim approve(@PathVariable("id") UUID id, @Valid @RequestBody ApproveRequest request, CurrentUser user) {
        return reviews.approve(id, request.version(), scopeOf(user), Actor.of(user));
    }

    @PostMapping("/{id}/reject")
    @Idempotent
    Claim reject(@PathVariable("id") UUID id, @Valid @RequestBody DeclineRequest request, CurrentUser user) {
        return reviews.reject(id, request.version(), scopeOf(user), Actor.of(user), request.reason());
    }

    @PostMapping("/{id}/return")
    @Idempotent
    Claim sendBack(@PathVariable("id") UUID id, @Valid @RequestBody DeclineRequest request, CurrentUser user) {
        return reviews.sendBack(id, request.version(), scopeOf(user), Actor.of(user), request.reason());
    }

    /** Each claim for itself: one that cannot be approved does not hold up the others. */
    @PostMapping("/batch-approve")
    @Idempotent(asksFirst = true)
    List<BatchResult> approveAll(@Valid @RequestBody BatchRequest request, CurrentUser user) {
        SortedMap<UUID, Integer> claims = new TreeMap<>();
        request.items().forEach(item -> claims.putIfAbsent(item.id(), item.version()));
        Map<UUID, ProblemException> refused = reviews.approveAll(claims, scopeOf(user), Actor.of(user));
        return request.items().stream()
                .map(item -> BatchResult.of(item.id(), refused.get(item.id())))
                .toList();
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.CLAIM), user.territory(), user.accountId());
    }
}
