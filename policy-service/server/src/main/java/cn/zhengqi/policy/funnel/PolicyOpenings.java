package cn.zhengqi.policy.funnel;

import cn.zhengqi.matching.api.RecommendationsSwitched;
import cn.zhengqi.policy.api.PolicyStep;
import cn.zhengqi.policy.funnel.PolicySteps.Under;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts which enterprises opened a policy: once each, not who of them nor how often. Not of those that switched personalised recommendations off: then it is
 * forgotten too which ones they had opened, and only that there was one stays.
 */
@Component
public class PolicyOpenings {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyOpenings.class);

    private final PolicySteps steps;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PolicyOpenings(PolicySteps steps, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.steps = steps;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A policy can be read also while this cannot be written. */
    public void opened(UUID policy, UUID enterprise) {
        try {
            transaction.executeWithoutResult(status -> {
                if (counts(enterprise)) {
                    steps.taken(
                            PolicyStep.OPENED,
                            new Under(policy, enterprise, null),
                            clock.instant().truncatedTo(ChronoUnit.MICROS));
                }
            });
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("An opened policy is not counted", failure);
        }
    }

    /** Whoever switches waits for whoever is being counted, and the other way round. */
    private boolean counts(UUID enterprise) {
        jdbc.sql(
                        "insert into reading_choice (enterprise_id, counted, version) values (?, true, -1) on conflict do nothing")
                .param(enterprise)
                .update();
        Optional<Boolean> counted = jdbc.sql("select counted from reading_choice where enterprise_id = ? for share")
                .param(enterprise)
                .query(Boolean.class)
                .optional();
        return counted.orElse(false);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void switched(RecommendationsSwitched choice, long version) {
        boolean newest = jdbc.sql("""
                        insert into reading_choice as c (enterprise_id, counted, version) values (?, ?, ?)
                        on conflict (enterprise_id) do update set counted = excluded.counted, version = excluded.version
                        where c.version < excluded.version""")
                        .params(choice.enterpriseId(), choice.personalised(), version)
                        .update()
                == 1;
        if (newest && !choice.personalised()) {
            jdbc.sql(
                            "update policy_step set enterprise_id = gen_random_uuid() where enterprise_id = ? and step = 'OPENED'")
                    .param(choice.enterpriseId())
                    .update();
        }
    }
}
