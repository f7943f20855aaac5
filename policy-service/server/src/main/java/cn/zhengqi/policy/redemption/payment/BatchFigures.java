package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.desk.DeskFigure;
import cn.zhengqi.policy.desk.DeskFigure.DeskList;
import cn.zhengqi.policy.desk.DeskFigures;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Component;

/** Batches that wait for the second pair of eyes, where the reader can be it. */
@Component
class BatchFigures implements DeskFigures {

    private final Payments payments;

    BatchFigures(Payments payments) {
        this.payments = payments;
    }

    @Override
    public List<DeskFigure> of(CurrentUser user) {
        if (!user.has(PolicyPermissions.APPROVE_PAYMENT) || user.institutionId() == null) {
            return List.of();
        }
        return List.of(new DeskFigure(
                DeskList.BATCHES,
                DeskFigure.Which.WAITING,
                payments.countFor(user.accountId(), user.territory().institutions())));
    }
}
