package cn.zhengqi.matching.push;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.engine.RuleFacts;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.profile.ProfileScan;
import cn.zhengqi.matching.standing.Standings;
import cn.zhengqi.policy.api.PolicyPublished;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be told of which policy to whom: by itself when a person publishes an edition, from its first day on, and by hand for those who qualify since. */
@Service
class PolicyPushes {

    static final String NAME = "policy-push";

    /** What was published longer ago is no news when it is heard of. */
    private static final Duration NEWS_FOR = Duration.ofDays(7);

    private final Library library;
    private final Standings standings;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    PolicyPushes(Library library, Standings standings, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.library = library;
        this.standings = standings;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<PolicyPublished> policyIsNews(PolicyPushes pushes) {
            return on(PolicyPublished.class, NAME, pushes::published);
        }
    }

    private record Pushed(long pushedTo) {}

    void published(PolicyPublished policy, EventMetadata meta) {
        PolicyRule rule = policy.rule();
        boolean news = meta.occurredAt().plus(NEWS_FOR).isAfter(clock.instant());
        if (rule == null || rule.reference() || !news || Boolean.TRUE.equals(policy.comesWithPlatform())) {
            return;
        }
        LocalDate today = BusinessTime.today(clock);
        LocalDate from = rule.validity().from();
        begin(policy.policyId(), meta.version(), from == null || from.isBefore(today) ? today : from, null, null);
    }

    /**
     * How far a policy is told.
     *
     * @throws ProblemException NOT_FOUND
     */
    @Transactional
    PushStanding standing(String code, DataScope scope) {
        return standing(policy(code), scope);
    }

    private PushStanding standing(PolicyRule rule, DataScope scope) {
        UUID policy = library.shelf().idOf(rule);
        Told told = jdbc.sql("""
                        select count(*) filter (where p.told_at is not null) as told, count(*) filter (where p.told_at is null) as waiting
                        from policy_push p join enterprise e on e.id = p.enterprise_id
                        where p.policy_id = ? and (? or e.town_code = any(?))""")
                .params(policy, scope.everything(), scope.towns().toArray(String[]::new))
                .query(Told.class)
                .single();
        boolean inForce = inForce(rule);
        boolean waits = jdbc.sql(
                        "select exists (select from push_run where policy_id = ? and state = 'WAITING' and starts_on <= ?)")
                .params(policy, BusinessTime.today(clock))
                .query(Boolean.class)
                .single();
        Long open = !inForce
                ? Long.valueOf(0)
                : standings
                        .eligible(sought(policy, rule, scope))
                        .map(eligible -> open(policy, eligible))
                        .orElse(null);
        return new PushStanding(told.told(), told.waiting(), waits, open, inForce);
    }

    private record Told(long told, long waiting) {}

    /** Those of whom nobody was told and who want it. */
    private long open(UUID policy, List<UUID> eligible) {
        return jdbc.sql("""
                        select count(*) from unnest(?) e
                        where not exists (select from push_choice c where c.enterprise_id = e and not c.wanted)
                          and not exists (select from policy_push p where p.policy_id = ? and p.enterprise_id = e)""")
                .params(eligible.toArray(UUID[]::new), policy)
                .query(Long.class)
                .single();
    }

    /**
     * Lets all be told within somebody's reach who qualify, want it and were not told yet.
     *
     * @throws ProblemException NOT_FOUND, POLICY_NOT_IN_FORCE, NOBODY_TO_TELL; SERVICE_UNAVAILABLE while it is being found out who qualifies
     */
    @Transactional
    PushStanding push(String code, DataScope scope, UUID by) {
        PolicyRule rule = policy(code);
        if (!inForce(rule)) {
            throw new ProblemException(MatchingProblem.POLICY_NOT_IN_FORCE);
        }
        PushStanding before = standing(rule, scope);
        if (before.open() == null) {
            throw new ProblemException(CommonProblem.SERVICE_UNAVAILABLE, "正在重新匹配，请稍后再推送");
        }
        if (before.open() == 0) {
            throw new ProblemException(MatchingProblem.NOBODY_TO_TELL);
        }
        UUID policy = library.shelf().idOf(rule);
        long version = jdbc.sql("select version from library_entry where subject_id = ? and listed")
                .param(policy)
                .query(Long.class)
                .single();
        begin(
                policy,
                version,
                BusinessTime.today(clock),
                by,
                scope.everything() ? null : scope.towns().toArray(String[]::new));
        audit.changed(PushAction.POLICY_PUSHED, policy, code + " " + rule.title(), null, new Pushed(before.open()));
        return standing(rule, scope);
    }

    private void begin(UUID policy, long version, LocalDate startsOn, @Nullable UUID by, String @Nullable [] towns) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into push_run (id, policy_id, version, starts_on, state, asked_by, towns, created_at)
                        values (?, ?, ?, ?, 'WAITING', ?, ?, ?)
                        on conflict (policy_id, version) where asked_by is null do nothing""")
                .params(Arrays.asList(Ids.next(), policy, version, startsOn, by, towns, BusinessTime.at(now)))
                .update();
    }

    private PolicyRule policy(String code) {
        return library.shelf().policy(code).orElseThrow(() -> ProblemException.notFound("没有这条政策，或它不授予任何资格"));
    }

    boolean inForce(PolicyRule rule) {
        return rule.statusOn(BusinessTime.today(clock)) == Validity.Status.IN_FORCE;
    }

    static Standings.Sought sought(UUID policy, PolicyRule rule, DataScope scope) {
        return new Standings.Sought(policy, RuleFacts.asksForTax(rule), new ProfileScan.Which(scope, null, null));
    }
}
