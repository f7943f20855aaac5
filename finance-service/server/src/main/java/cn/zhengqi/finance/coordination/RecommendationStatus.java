package cn.zhengqi.finance.coordination;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;

/** Where the recommendation to one bank stands: it waits, or ended in one of five ways. */
public enum RecommendationStatus {
    PENDING("待答复"),
    GRANTED("已授信"),
    REFUSED("未授信"),
    SERVED("已有服务"),
    /** The enterprise took its case back. */
    LAPSED("已失效"),
    /** It said nothing within its promise, and the finance office closed the case. */
    UNANSWERED("未答复，已关闭");

    /** Whether the bank still needs to know whom to call and what the enterprise wrote: until it said no, or nothing. */
    boolean needsContact() {
        return switch (this) {
            case PENDING, GRANTED, SERVED -> true;
            case REFUSED, LAPSED, UNANSWERED -> false;
        };
    }

    /** Whether the enterprise has what it was declared for. */
    boolean funds() {
        return this == GRANTED || this == SERVED;
    }

    private final String label;

    RecommendationStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT once it has ended
     */
    RecommendationStatus to(RecommendationStatus end, String action) {
        if (this != PENDING || end == PENDING) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该推荐当前为“" + label + "”，不能" + action);
        }
        return end;
    }
}
