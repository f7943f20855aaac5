package cn.zhengqi.policy.funnel;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.api.PolicyStep;
import cn.zhengqi.policy.api.PolicyStepTaken;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which enterprise took which step under which policy, so that each is told once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PolicySteps {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    PolicySteps(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** What an enterprise did, and under which department's project, where it was under one. */
    record Under(UUID policyId, UUID enterpriseId, @Nullable UUID institutionId) {}

    /** @param paid 元, where it was paid, negative where it came back: money counts each time */
    void taken(PolicyStep step, Under under, @Nullable BigDecimal paid, Instant at) {
        boolean newToPolicy = first(step, under.policyId(), null, under.enterpriseId(), at);
        UUID institution = under.institutionId();
        boolean newToInstitution =
                institution != null && first(step, under.policyId(), institution, under.enterpriseId(), at);
        if (newToPolicy || newToInstitution || paid != null) {
            outbox.publish(
                    new PolicyStepTaken(
                            Ids.next(), under.policyId(), step, institution, newToPolicy, newToInstitution, paid, at),
                    0,
                    at);
        }
    }

    /**
     * What of an application's money was not told yet, by the ledger: an event that is heard twice, late or before another tells nothing twice.
     *
     * @return 元, negative where it came back; absent where there is none
     */
    @Nullable
    BigDecimal moneyNotTold(UUID application) {
        jdbc.sql("insert into policy_paid (application_id, amount) values (?, 0) on conflict do nothing")
                .param(application)
                .update();
        BigDecimal told = jdbc.sql("select amount from policy_paid where application_id = ? for update")
                .param(application)
                .query(BigDecimal.class)
                .single();
        BigDecimal paid = jdbc.sql("""
                        update policy_paid set amount = (
                          select coalesce(sum(case kind when 'PAY' then amount else -amount end), 0) from redemption_entry
                          where application_id = :application and kind in ('PAY', 'RETURNED'))
                        where application_id = :application returning amount""")
                .param("application", application)
                .query(BigDecimal.class)
                .single();
        return paid.compareTo(told) == 0 ? null : paid.subtract(told);
    }

    private boolean first(PolicyStep step, UUID policy, @Nullable UUID institution, UUID enterprise, Instant at) {
        return jdbc.sql("""
                        insert into policy_step (policy_id, step, institution_id, enterprise_id, at) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(Arrays.asList(policy, step.name(), institution, enterprise, BusinessTime.at(at)))
                        .update()
                == 1;
    }
}
