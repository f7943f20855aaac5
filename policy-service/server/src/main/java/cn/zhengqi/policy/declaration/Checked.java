package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.match.InternalStandings.Standing;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.project.Audience;
import cn.zhengqi.policy.project.DeclarationProject;
import cn.zhengqi.policy.standing.Stood;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an enterprise stands by all that a project asks of who declares.
 *
 * @param by the conditions of the project that it was held against
 */
record Checked(Stood stood, @Nullable Audience by) {

    /** Nobody was asked. */
    static final Checked NOTHING = new Checked(Stood.NOTHING, null);

    /** Whether the project is not for this enterprise, and says that it takes no others. What is open bars nobody. */
    boolean bars(DeclarationProject project) {
        return project.barring() && stood.fails();
    }

    /** @throws ProblemException NOT_ELIGIBLE saying what is not met; AUDIENCE_CHANGED when it was held against conditions that the project has no more */
    void mustLetInto(DeclarationProject project) {
        if (!Objects.equals(by, project.audience())) {
            throw new ProblemException(PolicyProblem.AUDIENCE_CHANGED);
        }
        if (project.barring()) {
            stood.mustNotFail();
        }
    }

    @Nullable
    Standing policy() {
        return stood.policy();
    }

    @Nullable
    Standing audience() {
        return stood.audience();
    }
}
