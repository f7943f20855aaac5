package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.project.StepInstitutions;
import cn.zhengqi.policy.project.StepPeople;
import cn.zhengqi.web.client.RefusedQuestion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which institutions take the steps that are entered now. A form names them for as long as it is gone by; one that was closed since has nobody who could take a step
 * on, nor has one of which nobody may handle declarations any more. Where nobody can say, a step goes where the form says.
 */
@Component
class StepTakers {

    private static final Logger LOG = LoggerFactory.getLogger(StepTakers.class);

    private final StepInstitutions institutions;
    private final StepPeople people;
    private final Declarations declarations;

    StepTakers(StepInstitutions institutions, StepPeople people, Declarations declarations) {
        this.people = people;
        this.institutions = institutions;
        this.declarations = declarations;
    }

    /** Those that take nothing any more, each with why. */
    record Closed(Map<UUID, String> why) {

        static final Closed NONE = new Closed(Map.of());
    }

    /** Of the steps that these declarations enter when the one that they are in is passed, or when they are handed in. */
    Closed afterThis(Collection<UUID> ids) {
        List<UUID> named = declarations.nextInstitutions(ids);
        if (named.isEmpty()) {
            return Closed.NONE;
        }
        Map<UUID, String> why = new HashMap<>();
        Set<UUID> open = unlessUnanswered(() -> institutions.open(named).keySet(), Set.copyOf(named));
        for (UUID it : named) {
            if (!open.contains(it)) {
                why.put(it, "已停用");
            } else if (unlessUnanswered(() -> people.at(it) == 0, false)) {
                why.put(it, "没有可以办理的人员");
            }
        }
        return new Closed(why);
    }

    /** @param otherwise what counts where nobody answers */
    private static <T> T unlessUnanswered(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (RefusedQuestion fault) {
            throw fault;
        } catch (ProblemException unanswered) {
            if (unanswered.code() != CommonProblem.SERVICE_UNAVAILABLE) {
                throw unanswered;
            }
            LOG.warn("Who takes the next step was not answered: {}", unanswered.getMessage());
            return otherwise;
        }
    }
}
