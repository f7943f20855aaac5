package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.match.InternalStandings.Standing;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.project.Audience;
import cn.zhengqi.policy.project.DeclarationProject;
import cn.zhengqi.policy.standing.UnmetConditions;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an enterprise stands by all that a project asks of who declares.
 *
 * @param policy by the policy's conditions; absent where it could not be asked
 * @param audience by those of the project; absent where it has none, or it could not be asked
 * @param by the conditions of the project that it was held against
 */
record Checked(
        @Nullable Standing policy,
        @Nullable Standing audience,
        @Nullable Audience by) {

    /** Nobody was asked. */
    static final Checked NOTHING = new Checked(null, null, null);

    /** Whether the project is not for this enterprise, and says that it takes no others. What is open bars nobody. */
    boolean bars(DeclarationProject project) {
        return project.barring() && (fails(policy) || fails(audience));
    }

    /** @throws ProblemException NOT_ELIGIBLE saying what is not met; AUDIENCE_CHANGED when it was held against conditions that the project has no more */
    void mustLetInto(DeclarationProject project) {
        if (!Objects.equals(by, project.audience())) {
            throw new ProblemException(PolicyProblem.AUDIENCE_CHANGED);
        }
        if (bars(project)) {
            throw new ProblemException(
                    PolicyProblem.NOT_ELIGIBLE,
                    PolicyProblem.NOT_ELIGIBLE.title()
                            + UnmetConditions.inWords(Stream.of(policy, audience)
                                    .filter(Checked::fails)
                                    .filter(Objects::nonNull)));
        }
    }

    private static boolean fails(@Nullable Standing standing) {
        return standing != null
                && (standing.outcome() == MatchOutcome.INELIGIBLE || standing.outcome() == MatchOutcome.NEARLY);
    }
}
