package cn.zhengqi.policy.standing;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.web.client.RefusedQuestion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What matching-service knows of an enterprise. Where it does not answer, declarations and redemptions go on without: they are judged by people. Whether the policy is to come
 * is decided here, by {@link PolicyTitles}, so that no check says another day than what bars.
 */
@Component
public class PolicyStandings {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyStandings.class);

    private final InternalStandings standings;
    private final PolicyTitles policies;
    private final Clock clock;

    PolicyStandings(InternalStandings standings, PolicyTitles policies, Clock clock) {
        this.standings = standings;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * As of today, as far as it is answered.
     *
     * @param criteria that the project has of its own; null where it has none
     */
    public Stood stood(UUID enterprise, UUID policy, UUID project, @Nullable Map<String, Object> criteria) {
        return new Stood(of(enterprise, policy), criteria == null ? null : against(enterprise, project, criteria));
    }

    /** By the policy's conditions as of today; null while nobody answers. */
    private InternalStandings.@Nullable Standing of(UUID enterprise, UUID policy) {
        return asked(
                "How " + enterprise + " stands with policy " + policy,
                () -> beginning(beginsOn(policy), standings.standing(enterprise, policy)));
    }

    private @Nullable LocalDate beginsOn(UUID policy) {
        return policies.beginsOn(policy, BusinessTime.today(clock));
    }

    private static InternalStandings.Standing beginning(@Nullable LocalDate first, InternalStandings.Standing it) {
        return new InternalStandings.Standing(
                it.asOf(), it.outcome(), it.verified(), it.conditions(), it.missing(), first);
    }

    /** By conditions that a project has of its own, as of today; null while nobody answers. */
    private InternalStandings.@Nullable Standing against(UUID enterprise, UUID project, Map<String, Object> criteria) {
        return asked(
                "How " + enterprise + " stands with project " + project,
                () -> standings.against(enterprise, new InternalStandings.Conditions(criteria)));
    }

    /**
     * Where nobody judges but the conditions: whoever cannot be asked after is not found, and not paid.
     *
     * @param criteria that the project has of its own; null where it has none
     * @throws ProblemException SERVICE_UNAVAILABLE while nobody answers
     */
    public Evidence evidence(UUID enterprise, UUID policy, @Nullable Map<String, Object> criteria) {
        return new Evidence(
                beginning(beginsOn(policy), standings.evidence(enterprise, policy)),
                criteria == null
                        ? null
                        : standings.evidenceAgainst(enterprise, new InternalStandings.Conditions(criteria)));
    }

    /**
     * As {@link #evidence(UUID, UUID, Map)}, of all of them in one question.
     *
     * @param enterprises at most {@link InternalStandings#MOST_ENTERPRISES}
     * @return by the ids of the enterprises
     * @throws ProblemException SERVICE_UNAVAILABLE while nobody answers
     */
    public Map<UUID, Evidence> evidence(Set<UUID> enterprises, UUID policy, @Nullable Map<String, Object> criteria) {
        LocalDate first = beginsOn(policy);
        return standings.evidenceOfMany(new InternalStandings.EvidenceQuestion(enterprises, policy, criteria)).stream()
                .collect(Collectors.toMap(
                        InternalStandings.EvidenceOfOne::enterpriseId,
                        it -> new Evidence(beginning(first, it.policy()), it.audience())));
    }

    /** Null while nobody answers. */
    public InternalStandings.@Nullable Facts facts(UUID enterprise) {
        return asked("What is known of " + enterprise, () -> standings.facts(enterprise));
    }

    /** What is wrong between the services or in an answer is a fault, by which nobody is let through. */
    private static <T> @Nullable T asked(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (RefusedQuestion fault) {
            throw fault;
        } catch (ProblemException unanswered) {
            if (unanswered.code() != CommonProblem.SERVICE_UNAVAILABLE) {
                throw unanswered;
            }
            LOG.warn("{} was not answered: {}", what, unanswered.getMessage());
            return null;
        }
    }
}
