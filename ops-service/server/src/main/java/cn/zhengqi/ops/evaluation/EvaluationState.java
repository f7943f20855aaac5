package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** Where an evaluation stands. What may follow stands beside it. */
public enum EvaluationState {
    /** Satisfied: nothing more is done. */
    GIVEN("已评价"),
    TO_ANSWER("待处理"),
    TO_REVIEW("待复核"),
    TO_EVALUATE_AGAIN("待再次评价"),
    EVALUATED_AGAIN("已再次评价"),
    /** The time for the second evaluation went by. */
    LAPSED("再次评价期满");

    private final String label;

    EvaluationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Nothing more follows. */
    boolean isSettled() {
        return next().isEmpty();
    }

    private Set<EvaluationState> next() {
        return switch (this) {
            case TO_ANSWER -> EnumSet.of(TO_REVIEW);
            case TO_REVIEW -> EnumSet.of(TO_ANSWER, TO_EVALUATE_AGAIN);
            case TO_EVALUATE_AGAIN -> EnumSet.of(EVALUATED_AGAIN, LAPSED);
            case GIVEN, EVALUATED_AGAIN, LAPSED -> EnumSet.noneOf(EvaluationState.class);
        };
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target}
     */
    EvaluationState to(EvaluationState target, String action) {
        if (!next().contains(target)) {
            throw refuse(action);
        }
        return target;
    }

    ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该评价当前为“" + label + "”，不能" + action);
    }
}
