package cn.zhengqi.matching.standing;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.profile.FactScan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges all enterprises by all rules, part by part: each day anew, for rules and facts depend on the day, and when many rules changed at once. Any number of copies
 * share the parts; one whose copy died is due as it was. Of what came out as before nothing is written.
 */
@Component
class WholeParts {

    private final FactScan scan;
    private final RulePlaces places;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WholeParts(FactScan scan, RulePlaces places, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.scan = scan;
        this.places = places;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those that were judged by an older state of the library are to be judged anew. */
    void require(long revision) {
        jdbc.sql("update standing_part set due = true where revision < ? and not due")
                .param(revision)
                .update();
    }

    /** @return whether there was a part to be judged that nobody had in hand */
    boolean judgeNext() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            LocalDate today = BusinessTime.today(clock);
            return jdbc.sql("""
                            select part from standing_part where due or day is distinct from ?
                            order by part limit 1 for update skip locked""")
                    .param(today)
                    .query(Integer.class)
                    .optional()
                    .map(part -> {
                        judge(part, today);
                        return true;
                    })
                    .orElse(false);
        }));
    }

    private void judge(int part, LocalDate today) {
        PlacedBook book = places.current();
        Map<UUID, byte[]> before = new HashMap<>();
        jdbc.sql("select enterprise_id, cells from standing where part = ?")
                .param(part)
                .query(row -> {
                    before.put(row.getObject("enterprise_id", UUID.class), row.getBytes("cells"));
                });
        PlacedBook.Scratch scratch = book.scratch();
        JudgedRows rows = new JudgedRows(jdbc, book.revision());
        scan.ofPart(part, today, (id, facts) -> {
            byte[] cells = scratch.judge(FactVector.of(FactDictionary.inForce(), facts, today));
            if (!Arrays.equals(cells, before.get(id))) {
                rows.add(id, cells);
            }
        });
        rows.end();
        jdbc.sql("delete from standing_column where part = ? and revision <= ?")
                .params(part, book.revision())
                .update();
        jdbc.sql("update standing_part set due = false, day = ?, revision = ?, judged_at = ? where part = ?")
                .params(today, book.revision(), BusinessTime.at(clock.instant()), part)
                .update();
    }
}
