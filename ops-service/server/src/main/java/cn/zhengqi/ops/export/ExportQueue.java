package cn.zhengqi.ops.export;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.UserType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Jobs that wait for a copy of the service, in the order in which they were asked for; and those whose copy fell silent, which begin anew. */
@Component
class ExportQueue {

    private final JdbcClient jdbc;
    private final ExportSecrets secrets;
    private final Outbox outbox;
    private final TransactionTemplate beside;
    private final Clock clock;

    ExportQueue(
            JdbcClient jdbc,
            ExportSecrets secrets,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.outbox = outbox;
        this.beside = new TransactionTemplate(transactions);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    Optional<ExportAttempt.Claimed> claim() {
        Instant now = clock.instant();
        Optional<ExportAttempt.Claimed> claimed = beside.execute(status -> {
            Optional<ExportAttempt.Claimed> job = jdbc.sql("""
                            with due as materialized (
                              select id from export_job
                              where state in ('QUEUED', 'RUNNING') and (held_until is null or held_until < ?)
                              order by asked_at limit 1 for update skip locked)
                            update export_job j set state = 'RUNNING', attempt = attempt + 1, written = 0, held_until = ?
                            from due
                            where j.id = due.id
                            returning j.id, kind, account_id, account_name, user_type, enterprise_id, filter, attempt""")
                    .params(BusinessTime.at(now), BusinessTime.at(now.plus(ExportAttempt.HELD)))
                    .query((row, number) -> new ExportAttempt.Claimed(
                            row.getObject("id", UUID.class),
                            ExportKind.valueOf(row.getString("kind")),
                            row.getObject("account_id", UUID.class),
                            row.getString("account_name"),
                            UserType.valueOf(row.getString("user_type")),
                            row.getObject("enterprise_id", UUID.class),
                            secrets.openFilter(row.getString("filter")),
                            row.getInt("attempt")))
                    .optional();
            // What the attempt before left.
            job.ifPresent(one -> jdbc.sql("delete from export_part where job_id = ?")
                    .param(one.id())
                    .update());
            return job;
        });
        return claimed == null ? Optional.empty() : claimed;
    }

    ExportAttempt attempt(ExportAttempt.Claimed job) {
        return new ExportAttempt(job, jdbc, outbox, beside, clock);
    }
}
