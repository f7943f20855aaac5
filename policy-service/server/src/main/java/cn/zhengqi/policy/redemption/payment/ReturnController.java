package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Money that came back: told by who prepares payments, confirmed by somebody else, who approves them. */
@RestController
@RequestMapping("/api/policy/redemption")
@Permission({PolicyPermissions.PREPARE_PAYMENT, PolicyPermissions.APPROVE_PAYMENT})
class ReturnController {

    private final Returns returns;

    ReturnController(Returns returns) {
        this.returns = returns;
    }

    /** @param waiting only those that the caller can confirm or refuse, because somebody else told of them */
    @GetMapping("/returns")
    Page<ReturnView> list(
            @RequestParam(required = false) @Nullable ReturnState state,
            @RequestParam(required = false) @Nullable UUID applicationId,
            @RequestParam(required = false) @Nullable Boolean waiting,
            PageRequest page,
            CurrentUser user) {
        return returns.list(
                institutions(user), state, applicationId, Boolean.TRUE.equals(waiting) ? user.accountId() : null, page);
    }

    @PostMapping("/applications/{id}/returns")
    @Idempotent
    @Permission(PolicyPermissions.PREPARE_PAYMENT)
    @ResponseStatus(HttpStatus.CREATED)
    ReturnView tell(@PathVariable UUID id, @Valid @RequestBody ToldReturn request, CurrentUser user) {
        return returns.tell(id, request.reference(), request.reason(), institutions(user), Booker.of(user));
    }

    /** By somebody else than who told it. */
    @PostMapping("/returns/{id}/confirm")
    @Idempotent
    @Permission(PolicyPermissions.APPROVE_PAYMENT)
    ReturnView confirm(@PathVariable UUID id, @Valid @RequestBody SeenReturn request, CurrentUser user) {
        return returns.confirm(id, request.version(), institutions(user), Booker.of(user));
    }

    @PostMapping("/returns/{id}/refuse")
    @Idempotent
    @Permission(PolicyPermissions.APPROVE_PAYMENT)
    ReturnView refuse(@PathVariable UUID id, @Valid @RequestBody RefusedReturn request, CurrentUser user) {
        return returns.refuse(id, request.version(), request.reason(), institutions(user), Booker.of(user));
    }

    private static Set<UUID> institutions(CurrentUser user) {
        user.requireInstitution();
        return user.territory().institutions();
    }

    /** @param reference by which the treasury knows that it came back */
    record ToldReturn(
            @NotBlank(message = "请填写退回流水号") @Size(max = 64, message = "退回流水号不超过 64 字")
            String reference,

            @NotBlank(message = "请填写退回的原因") @Explanation(of = "退回的原因", max = 200)
            String reason) {}

    /** @param version of the return that the decision was made by; so in what follows */
    record SeenReturn(@NotNull(message = "缺少版本号") Integer version) {}

    record RefusedReturn(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写不予确认的原因") @Explanation(of = "不予确认的原因", max = 200)
            String reason) {}
}
