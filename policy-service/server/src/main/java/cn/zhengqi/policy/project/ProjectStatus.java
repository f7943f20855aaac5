package cn.zhengqi.policy.project;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** Where a project stands; whether it takes applications today is its {@link WindowState}. What may follow stands beside it. */
public enum ProjectStatus {
    DRAFT("未开放"),
    OPEN("已开放"),
    CLOSED("已关闭");

    private final String label;

    ProjectStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** In the word that enterprises read of the project as well, but for what they do not see yet. */
    public String label(WindowState window) {
        return this == DRAFT ? label : window.label();
    }

    private Set<ProjectStatus> next() {
        return switch (this) {
            case DRAFT, CLOSED -> EnumSet.of(OPEN);
            case OPEN -> EnumSet.of(CLOSED);
        };
    }

    /** @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target} */
    public ProjectStatus to(ProjectStatus target, String action) {
        if (!next().contains(target)) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该项目当前为“" + label + "”，不能" + action);
        }
        return target;
    }
}
