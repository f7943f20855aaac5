package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.desk.DeskFigure;
import cn.zhengqi.policy.desk.DeskFigure.DeskList;
import cn.zhengqi.policy.desk.DeskFigure.Which;
import cn.zhengqi.policy.desk.DeskFigures;
import cn.zhengqi.web.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Money that is told to have come back and that nobody has confirmed: for who can, and for who prepares payments and waits for it. */
@Component
class ReturnFigures implements DeskFigures {

    private final Returns returns;

    ReturnFigures(Returns returns) {
        this.returns = returns;
    }

    @Override
    public List<DeskFigure> of(CurrentUser user) {
        if (user.institutionId() == null) {
            return List.of();
        }
        Set<UUID> institutions = user.territory().institutions();
        List<DeskFigure> figures = new ArrayList<>();
        if (user.has(PolicyPermissions.APPROVE_PAYMENT)) {
            figures.add(
                    new DeskFigure(DeskList.RETURNS, Which.WAITING, returns.countOpen(institutions, user.accountId())));
        }
        if (user.has(PolicyPermissions.PREPARE_PAYMENT)) {
            figures.add(new DeskFigure(DeskList.RETURNS, Which.TOLD, returns.countOpen(institutions, null)));
        }
        return figures;
    }
}
