package cn.zhengqi.matching.push;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.PolicyReachCounted;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.standing.Standings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells how many enterprises qualify for each policy and to how many it was pushed, for who counts how policies are taken up: when somebody was told, else once a
 * day, and only what has changed. Any number of copies count; the one that finds it tells it.
 */
@Component
class PolicyReach {

    private final Library library;
    private final PolicyPushes pushes;
    private final Standings standings;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PolicyReach(
            Library library,
            PolicyPushes pushes,
            Standings standings,
            Outbox outbox,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.library = library;
        this.pushes = pushes;
        this.standings = standings;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void count() {
        Library.Shelf shelf = library.shelf();
        RuleBook book = shelf.book();
        List<PolicyRule> inForce = IntStream.range(0, book.size())
                .mapToObj(book::rule)
                .filter(PolicyRule.class::isInstance)
                .map(PolicyRule.class::cast)
                .filter(rule -> !rule.reference() && pushes.inForce(rule))
                .toList();
        inForce.forEach(this::count);
        lapsed(inForce.stream().map(shelf::idOf).toArray(UUID[]::new));
    }

    private record Lapsed(UUID policyId, String title) {}

    /** What was counted of a policy that is over, withdrawn or replaced by one without conditions is no figure of today; to whom it was pushed stays. */
    private void lapsed(UUID[] inForce) {
        jdbc.sql("""
                        select r.policy_id, coalesce(e.title, e.code) as title
                        from policy_reach r join library_entry e on e.kind = 'POLICY' and e.subject_id = r.policy_id
                        where r.matched is not null and not (r.policy_id = any (?))""")
                .param(inForce)
                .query(Lapsed.class)
                .list()
                .forEach(policy -> tell(policy.policyId(), policy.title(), null));
    }

    private void count(PolicyRule rule) {
        UUID policy = library.shelf().idOf(rule);
        if (settled(policy)) {
            return;
        }
        standings
                .counts(PolicyPushes.sought(policy, rule, DataScope.all()))
                .ifPresent(counts -> tell(policy, rule.title(), counts.of(MatchOutcome.ELIGIBLE)));
    }

    /** Counted today, and nobody was told since. */
    private boolean settled(UUID policy) {
        return jdbc.sql("""
                        select exists (select from policy_reach where policy_id = ? and counted_on = ?
                          and told = (select count(*) from policy_push where policy_id = ? and told_at is not null))""")
                .params(policy, BusinessTime.today(clock), policy)
                .query(Boolean.class)
                .single();
    }

    private record Counted(@Nullable Long matched, long told, long version, boolean changed) {}

    private void tell(UUID policy, String title, @Nullable Long matched) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transaction.executeWithoutResult(status -> {
            Counted counted = jdbc.sql("""
                            insert into policy_reach as r (policy_id, matched, told, counted_on, version)
                            select ?, ?::bigint, count(*), ?, 1 from policy_push where policy_id = ? and told_at is not null
                            on conflict (policy_id) do update
                            set matched = excluded.matched, told = excluded.told, counted_on = excluded.counted_on,
                              version = r.version + ((r.matched, r.told) is distinct from (excluded.matched, excluded.told))::int
                            returning new.matched, new.told, new.version, old.version is distinct from new.version as changed""")
                    .params(Arrays.asList(policy, matched, BusinessTime.today(clock), policy))
                    .query(Counted.class)
                    .single();
            if (counted.changed()) {
                outbox.publish(
                        new PolicyReachCounted(policy, title, counted.matched(), counted.told(), now),
                        counted.version(),
                        now);
            }
        });
    }
}
