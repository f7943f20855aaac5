package cn.zhengqi.auth.app;

import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 已授权的应用: which applications know who one is, and the end of it. */
@RestController
@RequestMapping("/api/auth/my/apps")
@Permission(Permission.SIGNED_IN)
class MyAppsController {

    private final AppConsents consents;

    MyAppsController(AppConsents consents) {
        this.consents = consents;
    }

    @GetMapping
    List<AppConsents.AllowedApp> list(CurrentUser user) {
        return consents.of(user.accountId());
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable("id") UUID id, CurrentUser user) {
        consents.withdraw(user.accountId(), id);
    }
}
