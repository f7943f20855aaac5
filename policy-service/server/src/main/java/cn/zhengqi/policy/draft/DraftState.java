package cn.zhengqi.policy.draft;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** How far a draft has come. What may follow stands beside it. */
public enum DraftState {
    DRAFT("草拟中"),
    REVIEW("待审核"),
    /** Reviewed, and published on the first day of the edition: until then the one before holds. */
    SCHEDULED("待生效"),
    PUBLISHED("已发布");

    private final String label;

    DraftState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    private Set<DraftState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(REVIEW);
            case REVIEW -> EnumSet.of(DRAFT, SCHEDULED, PUBLISHED);
            case SCHEDULED -> EnumSet.of(DRAFT, PUBLISHED);
            case PUBLISHED -> EnumSet.noneOf(DraftState.class);
        };
    }

    /** @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target} */
    DraftState to(DraftState target) {
        if (!next().contains(target)) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT, "该草稿当前为“" + label + "”，不能变为“" + target.label + "”");
        }
        return target;
    }

    /** @throws ProblemException STATE_CONFLICT while a reviewer has it, or after it was published */
    void requireWritable() {
        if (this != DRAFT) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT,
                    switch (this) {
                        case SCHEDULED -> "该版本已审核，待生效，不能修改；需要修改时请审核人退回";
                        case PUBLISHED -> "该版本已发布，不能修改；请另起一版";
                        default -> "该草稿正在审核，不能修改；需要修改时请审核人退回";
                    });
        }
    }
}
