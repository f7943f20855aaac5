package cn.zhengqi.finance.activity;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.application.ContactNumbers;
import cn.zhengqi.finance.enterprise.ActedFor;
import cn.zhengqi.finance.enterprise.Enterprises;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

/** 我的报名: the activities that an enterprise signed up for. */
@RestController
@RequestMapping("/api/finance/my")
@Permission(FinancePermissions.SIGN_UP)
class MySignUpController {

    private final Activities activities;
    private final SignUpDesk desk;
    private final Enterprises enterprises;
    private final OneEffect once;

    MySignUpController(Activities activities, SignUpDesk desk, Enterprises enterprises, OneEffect once) {
        this.activities = activities;
        this.desk = desk;
        this.enterprises = enterprises;
        this.once = once;
    }

    @GetMapping("/sign-ups")
    Page<MySignUp> list(
            @RequestParam(required = false) @Nullable UUID activityId,
            @RequestParam(required = false) @Nullable SignUpStatus status,
            PageRequest page,
            CurrentUser user) {
        return activities.mine(SignUpQuery.mine(user.requireEnterprise(), activityId, status), page);
    }

    @PostMapping("/activities/{id}/sign-up")
    @Idempotent(asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    MySignUp signUp(@PathVariable UUID id, @Valid @RequestBody SignUpRequest request, CurrentUser user) {
        ActedFor enterprise = enterprises.actedForBy(user);
        Participant participant = new Participant(
                user.accountId(),
                enterprise.id(),
                enterprise.name(),
                enterprise.demo(),
                request.people(),
                request.contactName().strip(),
                request.contactPhone());
        return once.of(() -> desk.signUp(id, participant));
    }

    @PostMapping("/sign-ups/{id}/withdraw")
    @Idempotent
    MySignUp withdraw(@PathVariable UUID id, @Valid @RequestBody SeenSignUp seen, CurrentUser user) {
        return desk.withdraw(id, seen.version(), user.requireEnterprise());
    }

    /** @param people that come, within the quota of the activity */
    record SignUpRequest(
            @NotNull(message = "请填写参加人数")
            @Min(value = 1, message = "参加人数至少 1 人")
            @Max(value = 10_000, message = "参加人数超过上限")
            Integer people,

            @NotBlank(message = "请填写联系人") @Size(max = 50, message = "联系人不超过 50 字")
            String contactName,

            @NotBlank(message = "请填写联系电话") @Pattern(regexp = ContactNumbers.FORM, message = "请填写正确的手机号或带区号的座机号")
            String contactPhone) {}

    /** @param version of the sign-up that the decision was made by */
    record SeenSignUp(@NotNull(message = "缺少版本号") Integer version) {}
}
