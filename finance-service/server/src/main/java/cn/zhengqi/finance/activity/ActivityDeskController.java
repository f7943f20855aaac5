package cn.zhengqi.finance.activity;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** 金融活动 in the console: write, publish, cancel, see who comes, let them in. */
@RestController
@RequestMapping("/api/finance/manage")
@Permission(FinancePermissions.MANAGE_ACTIVITIES)
class ActivityDeskController {

    private final Activities activities;
    private final ActivityDesk desk;
    private final Exports exports;

    ActivityDeskController(Activities activities, ActivityDesk desk, Exports exports) {
        this.activities = activities;
        this.desk = desk;
        this.exports = exports;
    }

    @GetMapping("/activities")
    Page<ManagedActivity> list(@Valid ActivityFilter filter, PageRequest page) {
        return activities.managed(filter, page);
    }

    @GetMapping("/activities/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ActivityFilter filter, CurrentUser user) {
        return exports.file(
                FinanceAction.ACTIVITIES_EXPORTED,
                ActivitySheets.ACTIVITIES,
                filter,
                user,
                activities.count(filter),
                receiver -> activities.each(filter, receiver));
    }

    @GetMapping("/activities/{id}")
    ManagedActivity detail(@PathVariable UUID id) {
        return activities.managed(id);
    }

    @PostMapping("/activities")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ManagedActivity write(@Valid @RequestBody ActivityContent content, CurrentUser user) {
        return desk.write(content, user.name());
    }

    @PutMapping("/activities/{id}")
    ManagedActivity change(@PathVariable UUID id, @Valid @RequestBody ChangeActivity request) {
        return desk.change(id, request.version(), request.content());
    }

    @PostMapping("/activities/{id}/publish")
    @Idempotent
    ManagedActivity publish(@PathVariable UUID id, @Valid @RequestBody SeenActivity seen) {
        return desk.publish(id, seen.version());
    }

    @PostMapping("/activities/{id}/cancel")
    @Idempotent
    ManagedActivity cancel(@PathVariable UUID id, @Valid @RequestBody CancelActivity request) {
        return desk.cancel(id, request.version(), request.reason());
    }

    @PostMapping("/activities/{id}/check-in")
    @Idempotent
    SignUpView checkIn(@PathVariable UUID id, @Valid @RequestBody CheckIn request, CurrentUser user) {
        return desk.checkIn(id, request.code(), user.name());
    }

    @GetMapping("/sign-ups")
    Page<SignUpView> signUps(@Valid SignUpQuery.Filter filter, PageRequest page) {
        return activities.signUps(SignUpQuery.managed(filter), page);
    }

    @GetMapping("/sign-ups/export")
    ResponseEntity<StreamingResponseBody> exportSignUps(@Valid SignUpQuery.Filter filter, CurrentUser user) {
        SignUpQuery query = SignUpQuery.managed(filter);
        return exports.file(
                FinanceAction.SIGN_UPS_EXPORTED,
                ActivitySheets.SIGN_UPS,
                filter,
                user,
                activities.count(query),
                receiver -> activities.each(query, receiver));
    }

    /** @param version of the activity that was changed */
    record ChangeActivity(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "缺少活动内容") @Valid ActivityContent content) {}

    /** @param version of the activity that the decision was made by */
    record SeenActivity(@NotNull(message = "缺少版本号") Integer version) {}

    /** @param reason told to all who signed up */
    record CancelActivity(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写取消原因") @Explanation(of = "取消原因", max = 200)
            String reason) {}

    /** @param code as shown by who comes, typed or read from its picture */
    record CheckIn(
            @NotBlank(message = "请输入签到码") @Size(max = 20, message = "签到码为 8 位")
            String code) {}
}
