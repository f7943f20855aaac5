package cn.zhengqi.matching.push;

import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 政策推送 of the caller's enterprise. */
@RestController
@RequestMapping("/api/match/my/push")
@Permission(MatchingPermissions.OWN_ENTERPRISE)
class PushChoiceController {

    private final PushChoices choices;

    PushChoiceController(PushChoices choices) {
        this.choices = choices;
    }

    record Wish(@NotNull(message = "请选择是否接收") Boolean wanted) {}

    @GetMapping
    PushChoice mine(CurrentUser user) {
        return choices.of(user.requireEnterprise());
    }

    @PutMapping
    @Permission(MatchingPermissions.CONSENT)
    PushChoice choose(@Valid @RequestBody Wish wish, CurrentUser user) {
        return choices.choose(user.requireEnterprise(), wish.wanted(), user);
    }
}
