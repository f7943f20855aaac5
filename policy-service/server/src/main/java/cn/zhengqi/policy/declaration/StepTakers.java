package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.project.StepInstitutions;
import cn.zhengqi.web.client.RefusedQuestion;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which institutions take the steps that are entered now. A form names them for as long as it is gone by; one that was closed since has nobody who could take a step
 * on. Where nobody can say, a step goes where the form says.
 */
@Component
class StepTakers {

    private static final Logger LOG = LoggerFactory.getLogger(StepTakers.class);

    private final StepInstitutions institutions;
    private final Declarations declarations;

    StepTakers(StepInstitutions institutions, Declarations declarations) {
        this.institutions = institutions;
        this.declarations = declarations;
    }

    /** Those that take nothing any more. */
    record Closed(Set<UUID> institutions) {

        static final Closed NONE = new Closed(Set.of());
    }

    /** Of the steps that these declarations enter when the one that they are in is passed, or when they are handed in. */
    Closed afterThis(Collection<UUID> ids) {
        List<UUID> named = declarations.nextInstitutions(ids);
        if (named.isEmpty()) {
            return Closed.NONE;
        }
        try {
            Set<UUID> open = institutions.open(named).keySet();
            return new Closed(named.stream().filter(it -> !open.contains(it)).collect(Collectors.toSet()));
        } catch (RefusedQuestion fault) {
            throw fault;
        } catch (ProblemException unanswered) {
            if (unanswered.code() != CommonProblem.SERVICE_UNAVAILABLE) {
                throw unanswered;
            }
            LOG.warn("Who takes the next step was not answered: {}", unanswered.getMessage());
            return Closed.NONE;
        }
    }
}
