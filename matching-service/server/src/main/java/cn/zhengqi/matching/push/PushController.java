package cn.zhengqi.matching.push;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far a policy is told to those who qualify, and telling the others by hand, as far as the caller reaches into enterprises. */
@RestController
@RequestMapping("/api/match/reverse/policies/push")
@Permission(MatchingPermissions.REVERSE_POLICY)
class PushController {

    private final PolicyPushes pushes;

    PushController(PolicyPushes pushes) {
        this.pushes = pushes;
    }

    /** @param code of the policy */
    record Which(
            @NotBlank(message = "请先选择政策") @Size(max = 20, message = "编号不超过 20 字")
            String code) {}

    @GetMapping
    PushStanding standing(@Valid Which which, CurrentUser user) {
        return pushes.standing(which.code(), scope(user));
    }

    /** To look at who qualifies is not to write to them. */
    @PostMapping
    @Permission(MatchingPermissions.PUSH_POLICY)
    PushStanding push(@Valid @RequestBody Which which, CurrentUser user) {
        return pushes.push(which.code(), scope(user), user.accountId());
    }

    private static DataScope scope(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.ENTERPRISE), user.territory(), user.accountId());
    }
}
