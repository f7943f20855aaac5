package cn.zhengqi.policy.redemption.notice;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A department answers what is objected to its notices. */
@RestController
@RequestMapping("/api/policy/redemption/objections")
@Permission({PolicyPermissions.HANDLE_REDEMPTION, PolicyPermissions.HANDLE_DECLARATIONS})
class ObjectionController {

    private final Objections objections;

    ObjectionController(Objections objections) {
        this.objections = objections;
    }

    @GetMapping
    Page<ObjectionView> list(
            @RequestParam(required = false) @Nullable ObjectionState state, PageRequest page, CurrentUser user) {
        return objections.list(desk(user), state, page);
    }

    /** What was shown is rejected for it. */
    @PostMapping("/{id}/uphold")
    @Idempotent
    ObjectionView uphold(@PathVariable UUID id, @Valid @RequestBody ObjectionAnswer request, CurrentUser user) {
        return objections.uphold(id, request.version(), request.reason(), desk(user), Booker.of(user));
    }

    @PostMapping("/{id}/dismiss")
    @Idempotent
    ObjectionView dismiss(@PathVariable UUID id, @Valid @RequestBody ObjectionAnswer request, CurrentUser user) {
        return objections.dismiss(id, request.version(), request.reason(), desk(user), Booker.of(user));
    }

    /** Objections to a declaration are answered by who handles declarations, those to a payment by who handles redemption. */
    private static NoticeMapper.Desk desk(CurrentUser user) {
        user.requireInstitution();
        return NoticeMapper.Desk.of(user);
    }

    /** @param version of the objection that was answered */
    record ObjectionAnswer(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写处理理由") @Explanation(of = "处理理由")
            String reason) {}
}
