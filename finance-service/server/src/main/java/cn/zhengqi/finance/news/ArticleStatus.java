package cn.zhengqi.finance.news;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** How far an article has come. What may follow stands beside it. */
public enum ArticleStatus {
    DRAFT("草稿"),
    SUBMITTED("待审核"),
    RETURNED("已退回"),
    PUBLISHED("已发布"),
    /** Nobody of the public reads it any more; it can be mended and comes back by the same way. */
    WITHDRAWN("已下架");

    private final String label;

    ArticleStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    private Set<ArticleStatus> next() {
        return switch (this) {
            case DRAFT, RETURNED, WITHDRAWN -> EnumSet.of(DRAFT, SUBMITTED);
            case SUBMITTED -> EnumSet.of(DRAFT, RETURNED, PUBLISHED);
            case PUBLISHED -> EnumSet.of(WITHDRAWN);
        };
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target}
     */
    ArticleStatus to(ArticleStatus target, String action) {
        if (!next().contains(target)) {
            throw refuse(action);
        }
        return target;
    }

    ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该内容当前为“" + label + "”，不能" + action);
    }
}
