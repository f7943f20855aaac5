package cn.zhengqi.auth.webhook;

import cn.zhengqi.auth.AuthPermissions;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 事件回调: where one's own system is told of events, and what became of it. */
@RestController
@RequestMapping("/api/auth/openapi/my/keys/{id}/webhook")
@Permission(AuthPermissions.OWN_KEYS)
class MyWebhookController {

    private final Webhooks webhooks;

    MyWebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /**
     * @param version of the webhook that the person saw
     * @param overlapHours how long messages are signed with the old secret too; one that an earlier rotation kept ends at once
     */
    record WebhookRotation(
            @NotNull(message = "缺少版本号") Integer version,

            @Min(value = 0, message = "保留时间不能为负") @Max(value = 720, message = "旧密钥最多保留 30 天")
            int overlapHours) {}

    /** @param version of the webhook that the person saw */
    record WebhookVersion(@NotNull(message = "缺少版本号") Integer version) {}

    /** 204 while there is none: that is no error. */
    @GetMapping
    @Nullable
    WebhookView webhook(@PathVariable("id") UUID id, CurrentUser user, HttpServletResponse response) {
        Optional<WebhookView> found = webhooks.of(id, user);
        response.setStatus(found.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NO_CONTENT);
        return found.orElse(null);
    }

    @GetMapping("/events")
    WebhookOffer events(@PathVariable("id") UUID id, CurrentUser user) {
        return webhooks.offered(id, user);
    }

    @PutMapping
    DrawnWebhook put(@PathVariable("id") UUID id, @Valid @RequestBody WebhookForm form, CurrentUser user) {
        return webhooks.put(id, form, user);
    }

    @PostMapping("/rotate")
    DrawnWebhook rotate(@PathVariable("id") UUID id, @Valid @RequestBody WebhookRotation rotation, CurrentUser user) {
        return webhooks.rotate(id, rotation.version(), Duration.ofHours(rotation.overlapHours()), user);
    }

    @PostMapping("/pause")
    @Idempotent
    WebhookView pause(@PathVariable("id") UUID id, @Valid @RequestBody WebhookVersion seen, CurrentUser user) {
        return webhooks.pause(id, seen.version(), user);
    }

    @PostMapping("/resume")
    @Idempotent
    WebhookView resume(@PathVariable("id") UUID id, @Valid @RequestBody WebhookVersion seen, CurrentUser user) {
        return webhooks.resume(id, seen.version(), user);
    }

    @PostMapping("/removal")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable("id") UUID id, @Valid @RequestBody WebhookVersion seen, CurrentUser user) {
        webhooks.remove(id, seen.version(), user);
    }

    @PostMapping("/test")
    @Idempotent
    @ResponseStatus(HttpStatus.ACCEPTED)
    void test(@PathVariable("id") UUID id, CurrentUser user) {
        webhooks.test(id, user);
    }

    @GetMapping("/deliveries")
    Page<Deliveries.Delivery> deliveries(
            @PathVariable("id") UUID id,
            @RequestParam(name = "status", required = false) Deliveries.@Nullable Status status,
            PageRequest page,
            CurrentUser user) {
        return webhooks.deliveries(id, status, page, user);
    }

    @PostMapping("/deliveries/{delivery}/resend")
    @Idempotent
    @ResponseStatus(HttpStatus.ACCEPTED)
    void resend(@PathVariable("id") UUID id, @PathVariable("delivery") UUID delivery, CurrentUser user) {
        webhooks.resend(id, delivery, user);
    }
}
