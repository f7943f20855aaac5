package cn.zhengqi.stats.funnel;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.PolicyReachCounted;
import cn.zhengqi.policy.api.PolicyProjectOpened;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyStep;
import cn.zhengqi.policy.api.PolicyStepTaken;
import cn.zhengqi.policy.api.PolicyStepUndone;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what policies reach and how far enterprises come under them. Who they are is not known here. */
@Component
public class FunnelFigures {

    public static final String NAME = "policy-funnel";

    private final JdbcClient jdbc;

    FunnelFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<PolicyPublished> policyNamed(FunnelFigures figures) {
            return on(PolicyPublished.class, NAME, (policy, meta) -> figures.name(policy, meta.version()));
        }

        @Bean
        EventHandler<PolicyReachCounted> policyReaches(FunnelFigures figures) {
            return on(PolicyReachCounted.class, NAME, (reach, meta) -> figures.reaches(reach, meta.version()));
        }

        @Bean
        EventHandler<PolicyProjectOpened> departmentHasProject(FunnelFigures figures) {
            return on(PolicyProjectOpened.class, NAME, (project, meta) -> figures.project(project));
        }

        @Bean
        EventHandler<PolicyStepTaken> stepTaken(FunnelFigures figures) {
            return on(PolicyStepTaken.class, NAME, (step, meta) -> figures.count(step));
        }

        @Bean
        EventHandler<PolicyStepUndone> stepUndone(FunnelFigures figures) {
            return on(PolicyStepUndone.class, NAME, (step, meta) -> figures.count(step));
        }
    }

    private void name(PolicyPublished policy, long version) {
        jdbc.sql("""
                        insert into funnel_policy as p (policy_id, title, issuer, title_version) values (?, ?, ?, ?)
                        on conflict (policy_id) do update
                        set title = excluded.title, issuer = excluded.issuer, title_version = excluded.title_version
                        where p.title_version < excluded.title_version""")
                .params(policy.policyId(), policy.title(), policy.issuer(), version)
                .update();
    }

    /** Who counts since later than a policy was published learns here what it is called. */
    private void reaches(PolicyReachCounted reach, long version) {
        jdbc.sql("""
                        insert into funnel_policy as p (policy_id, title, matched, told, reach_version, counted_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (policy_id) do update
                        set title = coalesce(p.title, excluded.title), matched = excluded.matched, told = excluded.told, reach_version = excluded.reach_version, counted_at = excluded.counted_at
                        where p.reach_version < excluded.reach_version""")
                .params(Arrays.asList(
                        reach.policyId(),
                        reach.title(),
                        reach.matched(),
                        reach.told(),
                        version,
                        BusinessTime.at(reach.at())))
                .update();
    }

    private void project(PolicyProjectOpened project) {
        jdbc.sql("""
                        insert into funnel_department (policy_id, institution_id) values (?, ?)
                        on conflict (institution_id, policy_id) do nothing""").params(project.policyId(), project.institutionId()).update();
    }

    private void count(PolicyStepTaken taken) {
        BigDecimal amount = Objects.requireNonNullElse(taken.amount(), BigDecimal.ZERO);
        add(taken.policyId(), taken.step(), Set.of(), taken.newToPolicy() ? 1 : 0, amount);
        UUID institution = taken.institutionId();
        if (institution == null) {
            return;
        }
        add(taken.policyId(), taken.step(), Set.of(institution), 0, amount);
        if (taken.newToInstitution()) {
            move(taken.policyId(), taken.step(), taken.elsewhere(), with(institution, taken.elsewhere()));
        }
    }

    /** The figure of the policy is always the first that is written, so that of two events one waits for the other. */
    private void count(PolicyStepUndone undone) {
        UUID institution = undone.institutionId();
        add(undone.policyId(), undone.step(), Set.of(), institution == null ? -1 : 0, BigDecimal.ZERO);
        if (institution != null) {
            move(undone.policyId(), undone.step(), with(institution, undone.elsewhere()), undone.elsewhere());
        }
    }

    /** An enterprise counts where it counts once, however many departments that are. */
    private void move(UUID policy, PolicyStep step, Set<UUID> from, Set<UUID> to) {
        if (!from.isEmpty()) {
            add(policy, step, from, -1, BigDecimal.ZERO);
        }
        if (!to.isEmpty()) {
            add(policy, step, to, 1, BigDecimal.ZERO);
        }
    }

    private static Set<UUID> with(UUID institution, Set<UUID> elsewhere) {
        Set<UUID> all = new HashSet<>(elsewhere);
        all.add(institution);
        return all;
    }

    private void add(UUID policy, PolicyStep step, Set<UUID> institutions, int enterprises, BigDecimal amount) {
        jdbc.sql("""
                        insert into funnel_roll_up as r (policy_id, institutions, step, enterprises, amount) values (?, ?, ?, ?, ?)
                        on conflict (policy_id, institutions, step) do update
                        set enterprises = r.enterprises + excluded.enterprises, amount = r.amount + excluded.amount""")
                .params(policy, institutions.stream().sorted().toArray(UUID[]::new), step.name(), enterprises, amount)
                .update();
    }

    /** Over all policies, an enterprise counted once under each. */
    public Map<PolicyStep, Long> steps() {
        Map<PolicyStep, Long> counts = new EnumMap<>(PolicyStep.class);
        jdbc.sql("select step, sum(enterprises) from funnel_roll_up where institutions = '{}' group by step")
                .query(row -> {
                    counts.put(PolicyStep.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** @return 元 */
    public BigDecimal amountPaid() {
        return jdbc.sql("select coalesce(sum(amount), 0.00) from funnel_roll_up where institutions = '{}'")
                .query(BigDecimal.class)
                .single();
    }
}
