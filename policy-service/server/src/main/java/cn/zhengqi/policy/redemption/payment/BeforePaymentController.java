package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.redemption.application.RedemptionView;
import cn.zhengqi.policy.redemption.check.PaymentCheckView;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is approved and not paid: checked once more, paid all the same, or ended. By whoever of the department finds it out, who reviews as who pays. */
@RestController
@RequestMapping("/api/policy/redemption/applications/{id}")
@Permission({PolicyPermissions.HANDLE_REDEMPTION, PolicyPermissions.PREPARE_PAYMENT, PolicyPermissions.APPROVE_PAYMENT})
class BeforePaymentController {

    private final BeforePayment decisions;
    private final FitCheck fit;
    private final OneEffect once;

    BeforePaymentController(BeforePayment decisions, FitCheck fit, OneEffect once) {
        this.decisions = decisions;
        this.fit = fit;
        this.once = once;
    }

    /** Before anybody makes a batch, where the department has doubts. */
    @PostMapping("/check")
    @Idempotent(asksFirst = true)
    PaymentCheckView check(@PathVariable UUID id, CurrentUser user) {
        Set<UUID> institutions = institutions(user);
        fit.again(List.of(decisions.toCheck(id, institutions)));
        return once.of(() -> decisions.checked(id, institutions));
    }

    @PostMapping("/keep")
    @Idempotent
    PaymentCheckView keep(@PathVariable UUID id, @Valid @RequestBody KeptPayment request, CurrentUser user) {
        return decisions.keep(id, request.checkId(), request.reason(), institutions(user), user);
    }

    /** The enterprise is told why; what was to be paid is free again. */
    @PostMapping("/end")
    @Idempotent
    RedemptionView end(@PathVariable UUID id, @Valid @RequestBody EndedRedemption request, CurrentUser user) {
        return decisions.end(id, request.version(), request.reason(), institutions(user), user);
    }

    private static Set<UUID> institutions(CurrentUser user) {
        user.requireInstitution();
        return user.territory().institutions();
    }

    /** @param checkId of the result that was decided over */
    record KeptPayment(
            @NotNull(message = "缺少核对结果") UUID checkId,

            @NotBlank(message = "请填写仍予支付的理由") @Explanation(of = "仍予支付的理由")
            String reason) {}

    /** @param version of the application that the decision was made by */
    record EndedRedemption(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写终止的原因") @Explanation(of = "终止的原因")
            String reason) {}
}
