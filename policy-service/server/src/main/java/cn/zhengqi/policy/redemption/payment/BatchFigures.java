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

/** Batches that wait for the second pair of eyes, where the reader can be it; and those that wait for who prepares them to go on. */
@Component
class BatchFigures implements DeskFigures {

    private final Payments payments;

    BatchFigures(Payments payments) {
        this.payments = payments;
    }

    @Override
    public List<DeskFigure> of(CurrentUser user) {
        if (user.institutionId() == null) {
            return List.of();
        }
        Set<UUID> institutions = user.territory().institutions();
        List<DeskFigure> figures = new ArrayList<>();
        if (user.has(PolicyPermissions.APPROVE_PAYMENT)) {
            figures.add(figure(Which.WAITING, payments.countFor(user.accountId(), institutions)));
        }
        if (user.has(PolicyPermissions.PREPARE_PAYMENT)) {
            figures.add(figure(Which.TO_SEND, payments.count(institutions, BatchState.APPROVED)));
            figures.add(figure(Which.TO_SETTLE, payments.count(institutions, BatchState.EXPORTED)));
        }
        return figures;
    }

    private static DeskFigure figure(Which which, long count) {
        return new DeskFigure(DeskList.BATCHES, which, count);
    }
}
