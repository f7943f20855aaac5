package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.policy.desk.DeskFigure;
import cn.zhengqi.policy.desk.DeskFigure.DeskList;
import cn.zhengqi.policy.desk.DeskFigures;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Component;

/** Objections that nobody has answered. */
@Component
class ObjectionFigures implements DeskFigures {

    private final Objections objections;

    ObjectionFigures(Objections objections) {
        this.objections = objections;
    }

    @Override
    public List<DeskFigure> of(CurrentUser user) {
        NoticeMapper.Desk desk = NoticeMapper.Desk.of(user);
        if (user.institutionId() == null || !(desk.redemptions() || desk.declarations())) {
            return List.of();
        }
        return List.of(new DeskFigure(
                DeskList.OBJECTIONS, DeskFigure.Which.WAITING, objections.count(desk, ObjectionState.OPEN)));
    }
}
