package cn.zhengqi.policy.declaration;

import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.desk.DeskFigure;
import cn.zhengqi.policy.desk.DeskFigure.DeskList;
import cn.zhengqi.policy.desk.DeskFigures;
import cn.zhengqi.policy.desk.DueDays;
import cn.zhengqi.policy.desk.DueIn;
import cn.zhengqi.web.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Declarations that wait for somebody, and those whose step is due. */
@Component
class DeclarationFigures implements DeskFigures {

    private final Declarations declarations;
    private final DueDays days;

    DeclarationFigures(Declarations declarations, DueDays days) {
        this.declarations = declarations;
        this.days = days;
    }

    @Override
    public List<DeskFigure> of(CurrentUser user) {
        if (!user.has(PolicyPermissions.HANDLE_DECLARATIONS)) {
            return List.of();
        }
        List<DeskFigure> figures = new ArrayList<>();
        figures.add(new DeskFigure(DeskList.DECLARATIONS, DeskFigure.Which.WAITING, count(user, true, null)));
        for (DueIn due : DueIn.values()) {
            figures.add(DeskFigure.due(DeskList.DECLARATIONS, due, count(user, null, due)));
        }
        return figures;
    }

    private long count(CurrentUser user, @Nullable Boolean waiting, @Nullable DueIn due) {
        DeclarationFilter filter = new DeclarationFilter(null, null, null, null, null, null, waiting, due);
        return declarations.count(DeclarationQuery.of(
                DeclarationController.readable(user), filter, null, DeclarationController.atDesk(user), days.of(due)));
    }
}
