package cn.zhengqi.bench.standing;

import cn.zhengqi.bench.MatchSample;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.profile.ProfileChanged;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.api.PolicyPublished;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long after the commit of a change it is stored how enterprises stand by it, with 30,000 enterprises and 2,000 rules on a real PostgreSQL and two copies of the
 * service: single facts of enterprises, 20 a second, and among them a new edition of a policy every two seconds, told as the policy service tells it, through an
 * outbox and a real broker. {@code --quick}: a tenth of the enterprises, a quarter of the changes. Exit status 1 when a bar is missed.
 */
public final class FreshnessBench {

    private static final int ENTERPRISES = 30_000;
    private static final int COPIES = 2;
    private static final int POLICY_CHANGES = 40;
    private static final Duration BETWEEN_POLICIES = Duration.ofSeconds(2);
    private static final Duration BETWEEN_FACTS = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final double MOST_MILLIS = 1000;

    private final District district;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Random random = new Random(3);
    private long newest = 1;
    private final Map<UUID, Long> facts = new ConcurrentHashMap<>();
    private final Map<UUID, Edition> editions = new ConcurrentHashMap<>();
    private final List<Double> factMillis = new ArrayList<>();
    private final List<Double> ruleMillis = new ArrayList<>();
    private final List<Double> arrivalMillis = new ArrayList<>();
    private final Set<UUID> arrived = new HashSet<>();

    /** @param since when it was committed, in nanoseconds */
    private record Edition(long version, long since) {}

    FreshnessBench(District district) {
        this.district = district;
        jdbc = district.jdbc();
        transaction = new TransactionTemplate(district.bean(PlatformTransactionManager.class));
        outbox = district.bean(Outbox.class);
    }

    public static void main(String[] arguments) throws InterruptedException, SQLException, IOException {
        boolean quick = List.of(arguments).contains("--quick");
        int enterprises = quick ? ENTERPRISES / 10 : ENTERPRISES;
        boolean met;
        try (District district = new District(COPIES, enterprises, MatchSample.POLICIES, true)) {
            System.out.printf("%,d enterprises, %,d rules, %d copies%n", enterprises, MatchSample.POLICIES, COPIES);
            System.out.printf(Locale.ROOT, "all of them judged in %.1f s%n", district.judgeAll());
            FreshnessBench bench = new FreshnessBench(district);
            // Once for warm code.
            bench.run(quick ? 2 : 8);
            bench.factMillis.clear();
            bench.ruleMillis.clear();
            bench.arrivalMillis.clear();
            bench.run(quick ? POLICY_CHANGES / 4 : POLICY_CHANGES);
            boolean facts = told("a changed fact", bench.factMillis);
            told("of it until heard", bench.arrivalMillis);
            boolean rules = told("a changed policy", bench.ruleMillis);
            met = facts && rules;
        }
        System.out.printf(
                Locale.ROOT,
                "load average %.1f; bar %.0f ms at p99: %s%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                MOST_MILLIS,
                met ? "met" : "missed");
        System.exit(met ? 0 : 1);
    }

    List<Double> ruleMillis() {
        return ruleMillis;
    }

    void run(int policies) throws InterruptedException {
        long end = System.nanoTime() + BETWEEN_POLICIES.toNanos() * policies;
        Thread watching = Thread.ofPlatform().start(() -> watch(end));
        Thread publishing = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < policies; i++) {
                changePolicy(random.nextInt(district.policyCount()));
                pause(BETWEEN_POLICIES);
            }
        });
        while (System.nanoTime() < end) {
            changeFact(district.enterprises()
                    .get(random.nextInt(district.enterprises().size())));
            pause(BETWEEN_FACTS);
        }
        publishing.join();
        watching.join();
    }

    /** One that is on its way already is left alone. */
    private void changeFact(UUID enterprise) {
        if (facts.containsKey(enterprise)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from enterprise where id = ? for update")
                    .param(enterprise)
                    .query(UUID.class)
                    .single();
            jdbc.sql("""
                            insert into fact (enterprise_id, name, source, value, as_of) values (?, 'employees', 'SELF', ?::jsonb, current_date)
                            on conflict (enterprise_id, name, source) do update set value = excluded.value""")
                    .params(enterprise, Integer.toString(random.nextInt(2000)))
                    .update();
            district.inside().publishEvent(new ProfileChanged(enterprise));
        });
        facts.put(enterprise, System.nanoTime());
    }

    /** A new edition with the figures of another of the sample. */
    private void changePolicy(int number) {
        UUID policy = district.policy(number);
        PolicyRule old = district.rule(number);
        PolicyRule figures = district.rule((number + 43) % district.policyCount());
        PolicyRule rule = new PolicyRule(
                old.id(),
                "next",
                old.title(),
                old.docNumber(),
                old.level(),
                old.category(),
                old.validity(),
                false,
                old.grants(),
                old.benefit(),
                old.verified(),
                old.confidence(),
                old.source(),
                figures.criteria(),
                List.of());
        long version = ++newest;
        transaction.executeWithoutResult(status -> outbox.publish(
                new PolicyPublished(
                        policy,
                        rule.id(),
                        (int) version,
                        rule.title(),
                        rule.docNumber(),
                        "",
                        PolicyLevel.values()[0],
                        PolicyCategory.values()[0],
                        null,
                        null,
                        null,
                        "",
                        "high",
                        null,
                        rule,
                        null,
                        null,
                        Instant.now()),
                version));
        editions.put(policy, new Edition(version, System.nanoTime()));
    }

    /** Looks what is stored until nothing is on its way any more. */
    private void watch(long end) {
        while (System.nanoTime() < end || !facts.isEmpty() || !editions.isEmpty()) {
            Map<UUID, Long> before = Map.copyOf(facts);
            Set<UUID> marked = new HashSet<>(jdbc.sql("select enterprise_id from standing_mark")
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list());
            long now = System.nanoTime();
            before.forEach((enterprise, since) -> {
                if (!marked.contains(enterprise)) {
                    facts.remove(enterprise);
                    factMillis.add((now - since) / 1e6);
                }
            });
            Map<UUID, Edition> published = Map.copyOf(editions);
            published.forEach((policy, edition) -> {
                Boolean judged = judged(policy, edition);
                double millis = (System.nanoTime() - edition.since()) / 1e6;
                if (judged != null && arrived.add(policy)) {
                    arrivalMillis.add(millis);
                }
                if (Boolean.TRUE.equals(judged)) {
                    editions.remove(policy, edition);
                    arrived.remove(policy);
                    ruleMillis.add(millis);
                }
            });
            pause(LOOK);
        }
    }

    /** @return null while the edition has not arrived */
    private @Nullable Boolean judged(UUID policy, Edition edition) {
        return jdbc.sql("""
                        select r.judged >= e.revision
                        from standing_rule r join library_entry e on e.subject_id = r.subject_id where e.version >= ? and r.subject_id = ?""")
                .params(edition.version(), policy)
                .query(Boolean.class)
                .optional()
                .orElse(null);
    }

    /** @return whether the bar is met */
    private static boolean told(String what, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double most = at(sorted, 0.99);
        System.out.printf(
                Locale.ROOT,
                "%-18s %,6d times, stored after: median %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                what,
                sorted.length,
                at(sorted, 0.5),
                at(sorted, 0.95),
                most,
                Arrays.stream(sorted).max().orElse(Double.NaN));
        return most <= MOST_MILLIS;
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
