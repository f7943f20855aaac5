package cn.zhengqi.ops.audit;

import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.events.audit.AuditAction;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import java.time.Clock;
import java.time.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes away what has been kept for long enough: whole ranges up to a checkpoint, which stays and is where the chain then begins. This service has no
 * right to delete: it asks a function of the log's owner, who refuses what is young. The removal itself goes on record.
 */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final AuditTrail audit;
    private final AuditProperties properties;
    private final Clock clock;

    Retention(JdbcClient jdbc, OnceLoader once, AuditTrail audit, AuditProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.once = once;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /** What went. */
    record Range(long throughSeq, long entries) {}

    private enum Removal implements AuditAction {
        ENTRIES_EXPIRED;

        @Override
        public String label() {
            return "到期清理日志";
        }

        @Override
        public String subjectKind() {
            return "日志";
        }
    }

    @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Shanghai")
    void nightly() {
        removeExpired();
    }

    /** @return how many entries went */
    long removeExpired() {
        return removeExpired(ChainedLog.OPERATIONS, properties.retention())
                + removeExpired(ChainedLog.SIGN_INS, properties.signInRetention());
    }

    private long removeExpired(ChainedLog<?> chained, Period kept) {
        return once.exclusively(Appender.WRITING, () -> {
            long through = jdbc.sql(
                            "select coalesce(max(through_seq), 0) from " + chained.checkpoints() + " where made_at < ?")
                    .param(BusinessTime.at(clock.instant()).minus(kept))
                    .query(Long.class)
                    .single();
            if (through == 0) {
                return 0L;
            }
            long gone = jdbc.sql("select " + chained.removal() + "(?)")
                    .param(through)
                    .query(Long.class)
                    .single();
            if (gone > 0) {
                audit.changed(
                        Removal.ENTRIES_EXPIRED,
                        Ids.next(),
                        chained.label() + "第 " + through + " 条及以前",
                        null,
                        new Range(through, gone));
                log.info("{} rows of {} through {} had been kept for {}", gone, chained.entries(), through, kept);
            }
            return gone;
        });
    }
}
