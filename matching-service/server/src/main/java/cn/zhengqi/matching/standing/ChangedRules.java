package cn.zhengqi.matching.standing;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.RuleFacts;
import cn.zhengqi.matching.facts.FactsInForce;
import cn.zhengqi.matching.profile.FactScan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges all enterprises by a rule that was published, changed or withdrawn, and by no other: one pass over the facts that it uses. What comes out stands beside the
 * rows of the enterprises and counts in their place for whom they are older than the rule.
 */
@Component
class ChangedRules {

    /** More at once are judged together with all others. */
    private static final int FEW = 20;

    private final FactScan scan;
    private final FactsInForce facts;
    private final WholeParts parts;
    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final TransactionTemplate transaction;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock;

    ChangedRules(
            FactScan scan,
            FactsInForce facts,
            WholeParts parts,
            JdbcClient jdbc,
            JdbcOperations batches,
            TransactionTemplate transaction,
            Clock clock) {
        this.scan = scan;
        this.facts = facts;
        this.parts = parts;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param rule null where it is withdrawn */
    private record Changed(
            UUID subject, long revision, @Nullable EligibilityRule rule) {

        static Changed of(ResultSet row, int number) throws SQLException {
            return new Changed(
                    row.getObject("subject_id", UUID.class),
                    row.getLong("revision"),
                    row.getBoolean("listed")
                            ? Json.MAPPER.readValue(row.getString("rule"), EligibilityRule.class)
                            : null);
        }
    }

    private record Waiting(int rules, long newest) {}

    /** @return whether there was a rule to be judged that nobody had in hand */
    boolean judgeNext() {
        Waiting waiting = waiting();
        if (waiting.rules() > FEW) {
            parts.require(waiting.newest());
            return false;
        }
        if (waiting.rules() == 0) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Changed> next = jdbc.sql("""
                            select e.subject_id, e.revision, e.listed, e.rule
                            from standing_rule r join library_entry e on e.subject_id = r.subject_id
                            where e.revision > r.judged order by e.revision limit 1 for update of r skip locked""").query(Changed::of).optional();
            next.ifPresent(this::judge);
            return next.isPresent();
        }));
    }

    /** What all parts were judged by meanwhile waits no more. */
    private Waiting waiting() {
        return jdbc.sql("""
                        with waiting as (
                          select e.subject_id, e.revision from library_entry e left join standing_rule r on r.subject_id = e.subject_id
                          where e.revision > coalesce(r.judged, -1)),
                        settled as (
                          insert into standing_rule as r (subject_id, judged)
                          select subject_id, case when revision <= (select min(revision) from standing_part) then revision else -1 end
                          from waiting where revision <= (select min(revision) from standing_part)
                            or not exists (select from standing_rule known where known.subject_id = waiting.subject_id)
                          on conflict (subject_id) do update set judged = greatest(r.judged, excluded.judged)
                          returning subject_id, judged)
                        select count(*) as rules, coalesce(max(w.revision), 0) as newest from waiting w
                        where not exists (select from settled s where s.subject_id = w.subject_id and s.judged >= w.revision)""").query(Waiting.class).single();
    }

    private void judge(Changed changed) {
        if (changed.rule() == null) {
            jdbc.sql("delete from standing_column where subject_id = ?")
                    .param(changed.subject())
                    .update();
        } else {
            Columns columns = columns(changed.rule());
            // Whoever loses tax data in this moment is waited for, or waits and finds what is written here.
            jdbc.sql("lock table standing_column in share row exclusive mode").update();
            columns.write(batches, changed.subject(), changed.revision(), judgedMeanwhile(changed.revision()));
        }
        jdbc.sql("update standing_rule set judged = ? where subject_id = ?")
                .params(changed.revision(), changed.subject())
                .update();
    }

    /** Two threads go through the enterprises, each on a connection of its own: this is what one waits for who publishes a rule. */
    private Columns columns(EligibilityRule rule) {
        List<FactScan.Range> halves = scan.halves();
        CompletableFuture<Columns> other = CompletableFuture.supplyAsync(
                () -> transaction.execute(status -> columns(rule, halves.getLast())), threads);
        Columns columns = columns(rule, halves.getFirst());
        columns.add(other.join());
        return columns;
    }

    private Columns columns(EligibilityRule rule, FactScan.Range range) {
        LocalDate today = BusinessTime.today(clock);
        RuleBook book = RuleBook.of(facts.current().dictionary(), List.of(rule));
        Evaluation scratch = book.scratch();
        Columns columns = new Columns();
        scan.ofRange(range, RuleFacts.of(rule), today, (id, known) -> {
            scratch.run(FactVector.of(book.facts(), known, today));
            columns.add(id, scratch);
        });
        return columns;
    }

    /** Of them the row counts, or is on its way. */
    private Set<UUID> judgedMeanwhile(long revision) {
        return new HashSet<>(jdbc.sql("""
                        select enterprise_id from standing_mark union all select enterprise_id from standing where revision >= ?""")
                .param(revision)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }
}
