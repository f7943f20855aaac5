package cn.zhengqi.stats.ticker;

import cn.zhengqi.stats.StatsPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 最新动态 of the caller's enterprise. */
@RestController
@RequestMapping("/api/stats/my/ticker")
@Permission(StatsPermissions.OWN_ENTERPRISE)
class TickerChoiceController {

    private final TickerChoices choices;

    TickerChoiceController(TickerChoices choices) {
        this.choices = choices;
    }

    record Wish(@NotNull(message = "请选择是否展示") Boolean shown) {}

    @GetMapping
    TickerChoice mine(CurrentUser user) {
        return choices.of(user.requireEnterprise());
    }

    @PutMapping
    @Permission(StatsPermissions.CONSENT)
    TickerChoice choose(@Valid @RequestBody Wish wish, CurrentUser user) {
        return choices.choose(user.requireEnterprise(), wish.shown(), user);
    }
}
