package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.desk.DeskFigure;
import cn.zhengqi.policy.desk.DeskFigure.DeskList;
import cn.zhengqi.policy.desk.DeskFigures;
import cn.zhengqi.policy.desk.DueDays;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Component;

/** Projects of redemption whose window is soon over. */
@Component
class RedemptionProjectFigures implements DeskFigures {

    private final RedemptionProjects projects;
    private final DueDays days;

    RedemptionProjectFigures(RedemptionProjects projects, DueDays days) {
        this.projects = projects;
        this.days = days;
    }

    @Override
    public List<DeskFigure> of(CurrentUser user) {
        if (!user.has(PolicyPermissions.MANAGE_REDEMPTION) || user.institutionId() == null) {
            return List.of();
        }
        RedemptionProjectQuery query = RedemptionProjectQuery.of(
                List.copyOf(user.territory().institutions()),
                new RedemptionProjectFilter(null, null, null, null, true, null),
                days.closing(true));
        return List.of(new DeskFigure(DeskList.REDEMPTION_PROJECTS, DeskFigure.Which.CLOSING, projects.count(query)));
    }
}
