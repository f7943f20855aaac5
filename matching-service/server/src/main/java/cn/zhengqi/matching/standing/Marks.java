package cn.zhengqi.matching.standing;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.profile.FactScan;
import cn.zhengqi.matching.profile.ProfileChanged;
import cn.zhengqi.matching.profile.TaxDataEnded;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose facts changed is marked in the transaction of the change and judged anew by whichever copy comes first: the mark goes in the transaction that writes how the
 * enterprise stands now. While a part is judged as a whole, its marks wait. The library is read after the marks are taken, so that what is published later finds the
 * facts of before.
 */
@Component
class Marks {

    private static final int AT_ONCE = 50;

    private final FactScan scan;
    private final RulePlaces places;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Marks(FactScan scan, RulePlaces places, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.scan = scan;
        this.places = places;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void changed(ProfileChanged change) {
        mark(change.enterpriseId());
    }

    /**
     * What tax data decided goes with the authorization, at once. Whoever judges this enterprise, or its part, is waited for, and so is who writes columns: nothing that
     * was decided by it is written later.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void ended(TaxDataEnded end) {
        UUID enterprise = end.enterpriseId();
        mark(enterprise);
        jdbc.sql("""
                        select p.part from standing_part p join enterprise e on e.part = p.part where e.id = ? for share of p""").param(enterprise).query(Integer.class).optional();
        jdbc.sql("delete from standing where enterprise_id = ?")
                .param(enterprise)
                .update();
        jdbc.sql("""
                        update standing_column c
                        set cells = overlay(c.cells placing '\\x0000'::bytea from 2 * array_position(c.enterprises, e.id) - 1)
                        from enterprise e where e.id = ? and c.part = e.part and e.id = any(c.enterprises)""").param(enterprise).update();
    }

    private void mark(UUID enterprise) {
        jdbc.sql("""
                        insert into standing_mark (enterprise_id, part, marked_at) select id, part, ? from enterprise where id = ?
                        on conflict (enterprise_id) do update set marked_at = excluded.marked_at""").params(BusinessTime.at(clock.instant()), enterprise).update();
    }

    /** @return how many were judged; 0: nobody is marked, or others have them in hand */
    int judge() {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<UUID> enterprises = jdbc.sql("""
                            delete from standing_mark where enterprise_id = any(array(
                              select m.enterprise_id from standing_mark m join standing_part p on p.part = m.part
                              order by m.marked_at limit ? for update of m skip locked for share of p skip locked))
                            returning enterprise_id""")
                    .param(AT_ONCE)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list();
            if (enterprises.isEmpty()) {
                return 0;
            }
            LocalDate today = BusinessTime.today(clock);
            PlacedBook book;
            do {
                book = places.current();
                judge(enterprises, book, today);
                // Whoever judges all by a rule that was published meanwhile leaves out those who are marked.
            } while (!places.stays(book));
            return enterprises.size();
        }));
    }

    private void judge(List<UUID> enterprises, PlacedBook book, LocalDate today) {
        PlacedBook.Scratch scratch = book.scratch();
        JudgedRows rows = new JudgedRows(jdbc, book.revision());
        scan.of(
                enterprises,
                today,
                (id, facts) -> rows.add(id, scratch.judge(FactVector.of(FactDictionary.inForce(), facts, today))));
        rows.end();
    }
}
