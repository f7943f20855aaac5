package cn.zhengqi.policy.redemption.application;

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

/** Applications that wait to be reviewed, those whose review is due, those that wait to be paid, and those that wait for another account. */
@Component
class RedemptionFigures implements DeskFigures {

    private final Redemptions redemptions;
    private final DueDays days;

    RedemptionFigures(Redemptions redemptions, DueDays days) {
        this.redemptions = redemptions;
        this.days = days;
    }

    @Override
    public List<DeskFigure> of(CurrentUser user) {
        if (user.institutionId() == null) {
            return List.of();
        }
        List<DeskFigure> figures = new ArrayList<>();
        if (user.has(PolicyPermissions.PREPARE_PAYMENT)) {
            figures.add(new DeskFigure(
                    DeskList.REDEMPTIONS, DeskFigure.Which.TO_PAY, count(user, RedemptionStatus.APPROVED, null)));
            figures.add(new DeskFigure(
                    DeskList.REDEMPTIONS, DeskFigure.Which.TO_DECIDE, count(user, null, null, false, true)));
        }
        if (user.has(PolicyPermissions.PREPARE_PAYMENT) || user.has(PolicyPermissions.HANDLE_REDEMPTION)) {
            figures.add(new DeskFigure(
                    DeskList.REDEMPTIONS, DeskFigure.Which.ACCOUNT_WANTED, count(user, null, null, true, false)));
        }
        if (!user.has(PolicyPermissions.HANDLE_REDEMPTION)) {
            return figures;
        }
        figures.add(new DeskFigure(
                DeskList.REDEMPTIONS, DeskFigure.Which.WAITING, count(user, RedemptionStatus.SUBMITTED, null)));
        for (DueIn due : DueIn.values()) {
            figures.add(DeskFigure.due(DeskList.REDEMPTIONS, due, count(user, null, due)));
        }
        return figures;
    }

    private long count(CurrentUser user, @Nullable RedemptionStatus status, @Nullable DueIn due) {
        return count(user, status, due, false, false);
    }

    private long count(
            CurrentUser user,
            @Nullable RedemptionStatus status,
            @Nullable DueIn due,
            boolean accountWanted,
            boolean lapsed) {
        return redemptions.count(RedemptionQuery.of(
                RedemptionController.scopeOf(user),
                new RedemptionFilter(null, status, null, null, null, due, null, accountWanted, lapsed, null),
                null,
                days.of(due)));
    }
}
