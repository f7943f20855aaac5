package cn.zhengqi.policy.funnel;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.api.PolicyStep;
import cn.zhengqi.policy.api.PolicyStepTaken;
import cn.zhengqi.policy.api.PolicyStepUndone;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
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

    private static final String IS_PAID = """
            select 1 from policy_paid p join redemption_application a on a.id = p.application_id
            where a.policy_id = :policy and a.enterprise_id = :enterprise and p.amount > 0
              and (:institution::uuid is null or a.institution_id = :institution::uuid)""";

    private static final String IS_APPROVED = """
            select 1 from declaration d
            where d.policy_id = :policy and d.enterprise_id = :enterprise and d.status = 'APPROVED'
              and (:institution::uuid is null or d.institution_id = :institution::uuid)
            union all
            select 1 from redemption_application a
            where a.policy_id = :policy and a.enterprise_id = :enterprise and a.status <> 'ENDED'
              and (:institution::uuid is null or a.institution_id = :institution::uuid)
              and exists (select from redemption_entry e where e.application_id = a.id and e.kind = 'APPROVE')""";

    private final JdbcClient jdbc;
    private final Outbox outbox;

    PolicySteps(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** What an enterprise did, and under which department's project, where it was under one. */
    record Under(UUID policyId, UUID enterpriseId, @Nullable UUID institutionId) {}

    void taken(PolicyStep step, Under under, Instant at) {
        boolean newToPolicy = first(step, under.policyId(), null, under.enterpriseId(), at);
        UUID institution = under.institutionId();
        boolean newToInstitution = false;
        if (institution != null) {
            lock(step, under);
            newToInstitution = first(step, under.policyId(), institution, under.enterpriseId(), at);
        }
        tell(step, under, newToPolicy, newToInstitution, null, at);
    }

    /**
     * An application was paid, or what was paid came back. Money counts each time; the enterprise counts as paid while something is paid to it, under the policy and
     * under the projects of the department.
     */
    void paid(Under under, UUID application, Instant at) {
        lockMoneyOf(under);
        BigDecimal money = moneyNotTold(application);
        tellWhatHolds(PolicyStep.PAID, IS_PAID, under, money, at);
    }

    /**
     * A declaration or an amount was approved, or what was approved ended before it was paid. The enterprise counts as approved while something of it is, or was paid, or
     * was given up by itself.
     */
    void approved(Under under, Instant at) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtext('approved under'), hashtext(?))) locked")
                .param(under.policyId() + " " + under.enterpriseId())
                .query(Integer.class)
                .single();
        tellWhatHolds(PolicyStep.APPROVED, IS_APPROVED, under, null, at);
    }

    private void tellWhatHolds(PolicyStep step, String holding, Under under, @Nullable BigDecimal money, Instant at) {
        boolean newToPolicy = follow(step, holding, under, null, at);
        boolean newToInstitution = follow(step, holding, under, Objects.requireNonNull(under.institutionId()), at);
        tell(step, under, newToPolicy, newToInstitution, money, at);
    }

    /** @return whether it counts with the step there from now on */
    private boolean follow(PolicyStep step, String holding, Under under, @Nullable UUID institution, Instant at) {
        boolean holds = jdbc.sql("select exists (" + holding + ")")
                .param("policy", under.policyId())
                .param("enterprise", under.enterpriseId())
                .param("institution", institution)
                .query(Boolean.class)
                .single();
        if (holds) {
            return first(step, under.policyId(), institution, under.enterpriseId(), at);
        }
        boolean counted = jdbc.sql("""
                        delete from policy_step where policy_id = ? and step = ? and enterprise_id = ?
                          and institution_id is not distinct from ?::uuid""")
                        .params(Arrays.asList(under.policyId(), step.name(), under.enterpriseId(), institution))
                        .update()
                == 1;
        if (counted) {
            outbox.publish(
                    new PolicyStepUndone(
                            Ids.next(),
                            under.policyId(),
                            step,
                            institution,
                            institution == null ? Set.of() : elsewhere(step, under, institution),
                            at),
                    0,
                    at);
        }
        return false;
    }

    /** @param paid 元, where it was paid, negative where it came back */
    private void tell(
            PolicyStep step,
            Under under,
            boolean newToPolicy,
            boolean newToInstitution,
            @Nullable BigDecimal paid,
            Instant at) {
        UUID institution = under.institutionId();
        if (newToPolicy || newToInstitution || paid != null) {
            outbox.publish(
                    new PolicyStepTaken(
                            Ids.next(),
                            under.policyId(),
                            step,
                            institution,
                            newToPolicy,
                            newToInstitution,
                            newToInstitution && institution != null ? elsewhere(step, under, institution) : Set.of(),
                            paid,
                            at),
                    0,
                    at);
        }
    }

    /** Of two departments under which an enterprise comes to a step at once one waits for the other: the second knows of the first. */
    private void lock(PolicyStep step, Under under) {
        jdbc.sql("""
                        select 1 from policy_step
                        where policy_id = ? and step = ? and institution_id is null and enterprise_id = ? for update""")
                .params(under.policyId(), step.name(), under.enterpriseId())
                .query(Integer.class)
                .single();
    }

    /** Under whose projects it counts with the step besides this department's. */
    private Set<UUID> elsewhere(PolicyStep step, Under under, UUID institution) {
        return Set.copyOf(jdbc.sql("""
                        select institution_id from policy_step
                        where policy_id = ? and step = ? and enterprise_id = ? and institution_id <> ?""")
                .params(under.policyId(), step.name(), under.enterpriseId(), institution)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Of two payments of one enterprise under a policy one waits for the other: whether anything is paid depends on both. */
    private void lockMoneyOf(Under under) {
        jdbc.sql("""
                        insert into policy_paid (application_id, amount)
                        select id, 0 from redemption_application where policy_id = ? and enterprise_id = ? order by id
                        on conflict do nothing""").params(under.policyId(), under.enterpriseId()).update();
        jdbc.sql("""
                        select p.application_id from policy_paid p join redemption_application a on a.id = p.application_id
                        where a.policy_id = ? and a.enterprise_id = ? order by p.application_id for update of p""")
                .params(under.policyId(), under.enterpriseId())
                .query(UUID.class)
                .list();
    }

    /**
     * What of an application's money was not told yet, by the ledger: an event that is heard twice, late or before another tells nothing twice.
     *
     * @return 元, negative where it came back; absent where there is none
     */
    private @Nullable BigDecimal moneyNotTold(UUID application) {
        BigDecimal told = jdbc.sql("select amount from policy_paid where application_id = ?")
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
