package cn.zhengqi.auth.app;

import cn.zhengqi.auth.AuthPermissions;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 接入应用 in the console. What draws a secret is not idempotent by key: the answer would be stored, and with it the secret. */
@RestController
@RequestMapping("/api/auth/apps")
class AppsController {

    private final Apps apps;

    AppsController(Apps apps) {
        this.apps = apps;
    }

    /** @param version of the application that the person saw */
    record AppVersion(@NotNull(message = "缺少版本号") Integer version) {}

    @GetMapping
    @Permission(AuthPermissions.READ_APPS)
    Page<AppView> list(@Valid AppFilter filter, PageRequest page) {
        return apps.list(filter, page);
    }

    @GetMapping("/{id}")
    @Permission(AuthPermissions.READ_APPS)
    AppView one(@PathVariable("id") UUID id) {
        return apps.one(id);
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(AuthPermissions.MANAGE_APPS)
    AppView register(@Valid @RequestBody AppForm form) {
        return apps.register(form);
    }

    @PutMapping("/{id}")
    @Permission(AuthPermissions.MANAGE_APPS)
    AppView change(@PathVariable("id") UUID id, @Valid @RequestBody AppForm form) {
        return apps.change(id, form);
    }

    @PostMapping("/{id}/secret")
    @Permission(AuthPermissions.MANAGE_APPS)
    DrawnSecret drawSecret(@PathVariable("id") UUID id, @Valid @RequestBody AppVersion seen) {
        return apps.drawSecret(id, seen.version());
    }

    @PostMapping("/{id}/disable")
    @Idempotent
    @Permission(AuthPermissions.MANAGE_APPS)
    AppView disable(@PathVariable("id") UUID id, @Valid @RequestBody AppVersion seen) {
        return apps.enable(id, seen.version(), false);
    }

    @PostMapping("/{id}/enable")
    @Idempotent
    @Permission(AuthPermissions.MANAGE_APPS)
    AppView enable(@PathVariable("id") UUID id, @Valid @RequestBody AppVersion seen) {
        return apps.enable(id, seen.version(), true);
    }
}
