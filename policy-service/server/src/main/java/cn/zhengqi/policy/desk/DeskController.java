package cn.zhengqi.policy.desk;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 政策工作台 (POLICY-07): each figure counts what the list that it opens shows. From the primary: who has just done something looks whether it is gone. */
@RestController
@RequestMapping("/api/policy/desk")
@Permission({
    PolicyPermissions.HANDLE_DECLARATIONS,
    PolicyPermissions.HANDLE_REDEMPTION,
    PolicyPermissions.PREPARE_PAYMENT,
    PolicyPermissions.APPROVE_PAYMENT,
    PolicyPermissions.MANAGE_PROJECTS,
    PolicyPermissions.MANAGE_REDEMPTION,
    PolicyPermissions.REVIEW
})
@Transactional
class DeskController {

    private final List<DeskFigures> lists;
    private final DueDays days;
    private final Clock clock;

    DeskController(List<DeskFigures> lists, DueDays days, Clock clock) {
        this.lists = lists;
        this.days = days;
        this.clock = clock;
    }

    @GetMapping
    Desk desk(CurrentUser user) {
        return new Desk(
                BusinessTime.at(clock.instant()),
                days.soonUntil(),
                BusinessTime.today(clock).plusDays(DueDays.CLOSING),
                lists.stream().flatMap(list -> list.of(user).stream()).toList());
    }
}
