package cn.zhengqi.message.notification;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** How far a notification has come. What may follow stands beside it. */
public enum NotificationState {
    DRAFT("草稿"),
    /** It is for more people than one person may decide on. */
    PENDING_APPROVAL("待审批"),
    REJECTED("已驳回"),
    /** It goes out when its time has come. */
    SCHEDULED("待发送"),
    SENDING("发送中"),
    SENT("已发送"),
    CANCELLED("已取消");

    private final String label;

    NotificationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    Set<NotificationState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PENDING_APPROVAL, SCHEDULED, CANCELLED);
            case PENDING_APPROVAL -> EnumSet.of(SCHEDULED, REJECTED, CANCELLED);
            case REJECTED -> EnumSet.of(DRAFT, CANCELLED);
            case SCHEDULED -> EnumSet.of(SENDING, PENDING_APPROVAL, CANCELLED);
            case SENDING -> EnumSet.of(SENT, CANCELLED);
            case SENT, CANCELLED -> EnumSet.noneOf(NotificationState.class);
        };
    }

    /**
     * What it is once its text or audience is changed: what was rejected is a draft again.
     *
     * @throws ProblemException STATE_CONFLICT once it was handed in
     */
    NotificationState changed() {
        if (this != DRAFT && this != REJECTED) {
            throw refuse("修改");
        }
        return DRAFT;
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target}
     */
    NotificationState to(NotificationState target, String action) {
        if (!next().contains(target)) {
            throw refuse(action);
        }
        return target;
    }

    private ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该通知当前为“" + label + "”，不能" + action);
    }
}
