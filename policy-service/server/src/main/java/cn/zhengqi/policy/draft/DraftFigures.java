package cn.zhengqi.policy.draft;

import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.desk.DeskFigure;
import cn.zhengqi.policy.desk.DeskFigure.DeskList;
import cn.zhengqi.policy.desk.DeskFigures;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Component;

/** Drafts that wait for a reviewer, where the reader can be it. */
@Component
class DraftFigures implements DeskFigures {

    private final PolicyDrafts drafts;

    DraftFigures(PolicyDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public List<DeskFigure> of(CurrentUser user) {
        if (!user.has(PolicyPermissions.REVIEW)) {
            return List.of();
        }
        return List.of(new DeskFigure(DeskList.DRAFTS, DeskFigure.Which.WAITING, drafts.countFor(user)));
    }
}
