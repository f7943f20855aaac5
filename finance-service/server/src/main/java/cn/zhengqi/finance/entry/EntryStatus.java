package cn.zhengqi.finance.entry;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** How far a bank has come with an edition of a product. What may follow stands beside it. */
public enum EntryStatus {
    DRAFT("录入中"),
    SUBMITTED("待审核"),
    /** The finance office said what has to be mended. */
    RETURNED("已退回"),
    APPROVED("已发布"),
    DISCARDED("已作废");

    private final String label;

    EntryStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    Set<EntryStatus> next() {
        return switch (this) {
            case DRAFT, RETURNED -> EnumSet.of(SUBMITTED, DISCARDED);
            case SUBMITTED -> EnumSet.of(DRAFT, RETURNED, APPROVED);
            case APPROVED, DISCARDED -> EnumSet.noneOf(EntryStatus.class);
        };
    }

    /**
     * What it is once its bank changes it: also of what was sent back nobody else reads anything until it is handed in again.
     *
     * @throws ProblemException STATE_CONFLICT while the finance office has it and after
     */
    EntryStatus changed() {
        if (this != DRAFT && this != RETURNED) {
            throw refuse("修改");
        }
        return DRAFT;
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target}
     */
    EntryStatus to(EntryStatus target, String action) {
        if (!next().contains(target)) {
            throw refuse(action);
        }
        return target;
    }

    ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该录入当前为“" + label + "”，不能" + action);
    }
}
