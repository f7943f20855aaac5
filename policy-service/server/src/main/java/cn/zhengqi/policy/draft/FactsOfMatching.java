package cn.zhengqi.policy.draft;

import cn.zhengqi.matching.api.facts.FactsFollowed;
import cn.zhengqi.matching.api.facts.InternalFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the dictionary of facts here as people edited it last in matching-service: conditions may name what was added there some seconds ago. */
@Component
class FactsOfMatching {

    private static final Logger LOG = LoggerFactory.getLogger(FactsOfMatching.class);

    private final FactsFollowed facts;

    FactsOfMatching(InternalFacts home) {
        facts = new FactsFollowed(home);
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void follow() {
        try {
            facts.follow();
        } catch (RuntimeException later) {
            // The last that is known stays in force.
            LOG.debug("The dictionary of facts is asked for again in a moment", later);
        }
    }
}
