package cn.zhengqi.policy.standing;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.match.InternalStandings.Standing;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.PolicyProblem;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an enterprise that asks for itself stands by all that a project asks.
 *
 * @param policy by the policy's conditions; absent where it could not be asked
 * @param audience by those of the project; absent where it has none, or it could not be asked
 */
public record Stood(@Nullable Standing policy, @Nullable Standing audience) {

    /** Nobody was asked. */
    public static final Stood NOTHING = new Stood(null, null);

    /** Whether it surely does not meet them: what is open fails nobody, nor does the first day of the policy, which is told beside the conditions. */
    public boolean fails() {
        return fails(policy) || fails(audience);
    }

    /** @throws ProblemException NOT_ELIGIBLE saying what is not met */
    public void mustNotFail() {
        if (fails()) {
            throw new ProblemException(
                    PolicyProblem.NOT_ELIGIBLE,
                    PolicyProblem.NOT_ELIGIBLE.title()
                            + UnmetConditions.inWords(Stream.of(policy, audience)
                                    .filter(Stood::fails)
                                    .filter(Objects::nonNull)));
        }
    }

    private static boolean fails(@Nullable Standing standing) {
        return standing != null
                && (standing.outcome() == MatchOutcome.INELIGIBLE || standing.outcome() == MatchOutcome.NEARLY);
    }
}
