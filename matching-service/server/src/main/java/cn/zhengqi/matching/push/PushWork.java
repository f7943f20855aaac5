package cn.zhengqi.matching.push;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.Json;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.PolicyFits;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.library.LibraryChanged;
import cn.zhengqi.matching.standing.Loop;
import cn.zhengqi.matching.standing.Standings;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells enterprises of policies, in every copy of the service at once. Who is to be told is written down when all are judged by the policy; then some at a time are taken
 * by one copy, and that they are told is written with the fact that tells it: a copy that dies leaves them as they were. Who does not want it any more, and a policy that
 * holds no longer, is passed over then.
 */
@Component
class PushWork implements SmartLifecycle {

    static final int AT_ONCE = 200;

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final PolicyPushes pushes;
    private final Standings standings;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Loop loop = new Loop("policy-push", LOOK, this::work);

    PushWork(
            PolicyPushes pushes,
            Standings standings,
            Outbox outbox,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.pushes = pushes;
        this.standings = standings;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param rule of the policy as it is published now; empty where it is not, or is another edition's */
    private record Run(UUID id, UUID policy, Optional<PolicyRule> rule, DataScope scope) {

        static Run of(ResultSet row, int number) throws SQLException {
            Array towns = row.getArray("towns");
            return new Run(
                    row.getObject("id", UUID.class),
                    row.getObject("policy_id", UUID.class),
                    row.getString("rule") == null
                            ? Optional.empty()
                            : Optional.of(
                                    (PolicyRule) Json.MAPPER.readValue(row.getString("rule"), EligibilityRule.class)),
                    towns == null
                            ? DataScope.all()
                            : new DataScope(false, null, null, null, List.of(), List.of((String[]) towns.getArray())));
        }
    }

    /** Entries of the library that are older than the run have not been heard of yet: it waits for them. */
    private static final String RUN = """
            select r.id, r.policy_id, r.towns, case when e.listed and e.version = r.version then e.rule end as rule
            from push_run r join library_entry e on e.subject_id = r.policy_id and e.version >= r.version
            where r.state = ?""";

    /** @return whether anything was done */
    boolean work() {
        boolean begun = false;
        for (UUID run : waiting()) {
            begun |= Boolean.TRUE.equals(transaction.execute(status -> begin(run)));
        }
        return Boolean.TRUE.equals(transaction.execute(status -> tellSome())) || begun;
    }

    private List<UUID> waiting() {
        return jdbc.sql("select id from push_run where state = 'WAITING' and starts_on <= ? order by created_at")
                .param(BusinessTime.today(clock))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private boolean begin(UUID id) {
        Optional<Run> claimed = jdbc.sql(RUN + " and r.id = ? for update of r skip locked")
                .params("WAITING", id)
                .query(Run::of)
                .optional();
        if (claimed.isEmpty()) {
            return false;
        }
        Run run = claimed.get();
        Optional<PolicyRule> rule = run.rule().filter(pushes::inForce);
        if (rule.isEmpty()) {
            end(run, "DROPPED");
            return true;
        }
        Optional<List<UUID>> eligible = standings.eligible(PolicyPushes.sought(run.policy(), rule.get(), run.scope()));
        if (eligible.isEmpty()) {
            return false;
        }
        // Who waits in the run of an edition before is told of this one: that run passes them over.
        jdbc.sql("""
                        insert into policy_push (policy_id, enterprise_id, run_id)
                        select ?, e, ? from unnest(?) e
                        where not exists (select from push_choice c where c.enterprise_id = e and not c.wanted)
                        on conflict (policy_id, enterprise_id) do update set run_id = excluded.run_id
                        where policy_push.told_at is null""")
                .params(run.policy(), run.id(), eligible.get().toArray(UUID[]::new))
                .update();
        jdbc.sql("update push_run set state = 'TELLING' where id = ?")
                .param(run.id())
                .update();
        return true;
    }

    private record Taken(UUID enterprise, String name, boolean wanted) {

        static Taken of(ResultSet row, int number) throws SQLException {
            return new Taken(
                    row.getObject("enterprise_id", UUID.class), row.getString("name"), row.getBoolean("wanted"));
        }
    }

    /** @return whether there was a run of which something was to be told or that was at its end */
    private boolean tellSome() {
        for (Run run : jdbc.sql(RUN + " order by r.created_at")
                .param("TELLING")
                .query(Run::of)
                .list()) {
            Optional<PolicyRule> rule = run.rule().filter(pushes::inForce);
            List<Taken> taken = take(run);
            if (!taken.isEmpty()) {
                tell(run, rule, taken);
                return true;
            }
            if (endIfAllAreTold(run)) {
                return true;
            }
        }
        return false;
    }

    /** Who is not known any more is passed over as who does not want it: the run ends all the same. */
    private List<Taken> take(Run run) {
        return jdbc.sql("""
                        select p.enterprise_id, coalesce(e.name, '') as name,
                          e.id is not null and coalesce(c.wanted, true) and coalesce(r.personalised, true) as wanted
                        from policy_push p left join enterprise e on e.id = p.enterprise_id
                        left join push_choice c on c.enterprise_id = e.id
                        left join recommendation_choice r on r.enterprise_id = e.id
                        where p.run_id = ? and p.told_at is null
                        order by p.enterprise_id limit ? for update of p skip locked""").params(run.id(), AT_ONCE).query(Taken::of).list();
    }

    private void tell(Run run, Optional<PolicyRule> rule, List<Taken> taken) {
        List<Taken> told =
                taken.stream().filter(one -> rule.isPresent() && one.wanted()).toList();
        UUID[] gone = taken.stream()
                .filter(one -> !told.contains(one))
                .map(Taken::enterprise)
                .toArray(UUID[]::new);
        jdbc.sql("delete from policy_push where policy_id = ? and enterprise_id = any(?)")
                .params(run.policy(), gone)
                .update();
        Instant now = clock.instant();
        jdbc.sql("update policy_push set told_at = ? where policy_id = ? and enterprise_id = any(?)")
                .params(
                        BusinessTime.at(now),
                        run.policy(),
                        told.stream().map(Taken::enterprise).toArray(UUID[]::new))
                .update();
        rule.ifPresent(policy -> outbox.publishAll(told.stream()
                .map(one -> new Outbox.Fact(
                        new PolicyFits(run.policy(), policy.title(), one.enterprise(), one.name(), now), 0, now))
                .toList()));
    }

    /** What another copy has in hand is not told yet. */
    private boolean endIfAllAreTold(Run run) {
        boolean open = jdbc.sql("select exists (select from policy_push where run_id = ? and told_at is null)")
                .param(run.id())
                .query(Boolean.class)
                .single();
        return !open && end(run, "DONE");
    }

    private boolean end(Run run, String state) {
        return jdbc.sql("update push_run set state = ?, ended_at = ? where id = ? and state in ('WAITING', 'TELLING')")
                        .params(state, BusinessTime.at(clock.instant()), run.id())
                        .update()
                == 1;
    }

    @TransactionalEventListener
    void changed(LibraryChanged change) {
        loop.wake();
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
