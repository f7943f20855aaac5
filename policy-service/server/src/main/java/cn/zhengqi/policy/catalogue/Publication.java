package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** Who may read an edition. What may follow stands beside it. */
public enum Publication {
    DRAFT("草稿"),
    PUBLISHED("已发布"),
    REPLACED("已被新版替代"),
    WITHDRAWN("已撤下");

    private final String label;

    Publication(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    private Set<Publication> next() {
        return switch (this) {
            case DRAFT, WITHDRAWN -> EnumSet.of(PUBLISHED);
            case PUBLISHED -> EnumSet.of(WITHDRAWN, REPLACED);
            case REPLACED -> EnumSet.noneOf(Publication.class);
        };
    }

    /** @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target} */
    Publication to(Publication target) {
        if (!next().contains(target)) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT, "该政策当前为“" + label + "”，不能变为“" + target.label + "”");
        }
        return target;
    }
}
