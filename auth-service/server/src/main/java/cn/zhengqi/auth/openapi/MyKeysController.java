package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.AuthPermissions;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * 开放接口 in the portal: whoever looks after the keys of an enterprise or institution applies for one, draws it, changes its secret and gives it up, also one that
 * somebody else applied for who may not be there any more. What draws a secret is
 * not idempotent by key: the answer would be stored, and with it the secret. Whoever lost the answer changes the secret.
 */
@RestController
@RequestMapping("/api/auth/openapi/my")
@Permission(AuthPermissions.OWN_KEYS)
class MyKeysController {

    private final Keys keys;
    private final Calls calls;

    MyKeysController(Keys keys, Calls calls) {
        this.keys = keys;
        this.calls = calls;
    }

    /** @param version of the key that the person saw */
    record KeyVersion(@NotNull(message = "缺少版本号") Integer version) {}

    /**
     * @param version of the key that the person saw
     * @param publicKey PEM of the SM2 key pair with which the system will sign; absent: with a new secret
     * @param overlapHours how long the secret still counts that is followed by another; one that an earlier rotation kept ends at once
     */
    record Rotation(
            @NotNull(message = "缺少版本号") Integer version,

            @Nullable @Size(max = 2000, message = "公钥过长") String publicKey,

            @Min(value = 0, message = "保留时间不能为负") @Max(value = 720, message = "旧密钥最多保留 30 天")
            int overlapHours) {}

    /** @param version of the key that the person saw */
    record GivingUp(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请说明原因") @Explanation(of = "原因")
            String reason) {}

    @InitBinder("keyApplication")
    void judgeApplications(WebDataBinder binder, CurrentUser user) {
        binder.addValidators(new ApplicationCheck(user.userType()));
    }

    /** What can be applied for. */
    @GetMapping("/scopes")
    List<ScopeView> scopes(CurrentUser user) {
        return ScopeView.offeredTo(user.userType());
    }

    @GetMapping("/keys")
    Page<MyKey> list(CurrentUser user, PageRequest page) {
        return keys.ofOwner(user, page);
    }

    @PostMapping("/keys")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    MyKey apply(@Valid @RequestBody KeyApplication application, CurrentUser user) {
        return keys.apply(application, user);
    }

    @GetMapping("/keys/{id}")
    MyKey one(@PathVariable("id") UUID id, CurrentUser user) {
        return keys.own(id, user);
    }

    @PostMapping("/keys/{id}/draw")
    DrawnKey draw(@PathVariable("id") UUID id, @Valid @RequestBody KeyVersion seen, CurrentUser user) {
        return keys.draw(id, seen.version(), user);
    }

    @PostMapping("/keys/{id}/rotate")
    DrawnKey rotate(@PathVariable("id") UUID id, @Valid @RequestBody Rotation rotation, CurrentUser user) {
        return keys.rotate(
                id, rotation.version(), Duration.ofHours(rotation.overlapHours()), rotation.publicKey(), user);
    }

    @PostMapping("/keys/{id}/give-up")
    @Idempotent
    MyKey giveUp(@PathVariable("id") UUID id, @Valid @RequestBody GivingUp request, CurrentUser user) {
        return keys.giveUp(id, request.version(), request.reason(), user);
    }

    @GetMapping("/keys/{id}/calls")
    Page<Calls.CallRow> calls(@PathVariable("id") UUID id, CurrentUser user, PageRequest page) {
        return calls.of(keys.own(id, user).id(), page);
    }

    @GetMapping("/keys/{id}/days")
    List<Calls.DayCount> days(@PathVariable("id") UUID id, @Valid Period period, CurrentUser user) {
        return calls.byDay(keys.own(id, user).id(), period.length());
    }
}
