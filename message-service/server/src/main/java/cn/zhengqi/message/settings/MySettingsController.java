package cn.zhengqi.message.settings;

import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 消息设置: everybody says it for themselves. */
@RestController
@RequestMapping("/api/message/my/settings")
@Permission(Permission.SIGNED_IN)
class MySettingsController {

    private final MySettings settings;

    MySettingsController(MySettings settings) {
        this.settings = settings;
    }

    @GetMapping
    MySettingsView settings(CurrentUser user) {
        return settings.of(user.accountId(), user.userType());
    }

    @PutMapping
    MySettingsView change(CurrentUser user, @Valid @RequestBody MySettingsChange change) {
        return settings.change(user.accountId(), user.userType(), change);
    }
}
