package cn.zhengqi.matching.match;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.profile.TaxDataEnded;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tax data leaves the kept results when its authorization ends. A result that used it goes; one that a loan application names stays, without the data and
 * without any figure: what was decided is all that is left of it. Of both it is remembered that they rested on it, so that nothing from before is taken for
 * today's answer.
 */
@Component
class TaxDataInResults {

    private static final String UNCITED = "not exists (select 1 from cited_result c where c.result_id = r.id)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TaxDataInResults(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A match that is being made waits or is waited for: both lock the enterprise. Who ends an authorization has locked it before. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void ended(TaxDataEnded end) {
        jdbc.sql("select id from enterprise where id = ? for update")
                .param(end.enterpriseId())
                .query(UUID.class)
                .optional();
        jdbc.sql("""
                        insert into ended_result (id, enterprise_id, made_at, ended_at)
                        select id, enterprise_id, created_at, ? from match_result where enterprise_id = ? and tax_facts <> '{}'""")
                .params(BusinessTime.at(clock.instant()), end.enterpriseId())
                .update();
        jdbc.sql("delete from match_result r where enterprise_id = ? and tax_facts <> '{}' and " + UNCITED)
                .param(end.enterpriseId())
                .update();
        jdbc.sql("""
                        update match_result set facts = facts - tax_facts, result = without_figures(result), tax_facts = '{}'
                        where enterprise_id = ? and tax_facts <> '{}'""").param(end.enterpriseId()).update();
    }

    /** Results from before this was done, of enterprises that have no authorization any more; each enterprise for itself, as no other waits for two. */
    @Scheduled(cron = "0 15 * * * *", zone = "Asia/Shanghai")
    void sweep() {
        jdbc.sql("""
                        select distinct enterprise_id from match_result r where tax_facts <> '{}' and not exists (
                          select 1 from tax_authorization a where a.enterprise_id = r.enterprise_id and a.valid_until >= ?)""")
                .param(BusinessTime.today(clock))
                .query(UUID.class)
                .list()
                .forEach(enterprise -> transaction.executeWithoutResult(status -> ended(new TaxDataEnded(enterprise))));
    }
}
