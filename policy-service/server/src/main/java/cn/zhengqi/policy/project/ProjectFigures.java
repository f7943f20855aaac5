package cn.zhengqi.policy.project;

import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.desk.DeskFigure;
import cn.zhengqi.policy.desk.DeskFigure.DeskList;
import cn.zhengqi.policy.desk.DeskFigures;
import cn.zhengqi.policy.desk.DueDays;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Component;

/** Projects of declaration whose window is soon over. */
@Component
class ProjectFigures implements DeskFigures {

    private final Projects projects;
    private final DueDays days;

    ProjectFigures(Projects projects, DueDays days) {
        this.projects = projects;
        this.days = days;
    }

    @Override
    public List<DeskFigure> of(CurrentUser user) {
        if (!user.has(PolicyPermissions.MANAGE_PROJECTS) || user.institutionId() == null) {
            return List.of();
        }
        ProjectQuery query = ProjectQuery.of(
                List.copyOf(user.territory().institutions()),
                new ProjectFilter(null, null, null, true, null),
                days.closing(true));
        return List.of(new DeskFigure(DeskList.PROJECTS, DeskFigure.Which.CLOSING, projects.count(query)));
    }
}
