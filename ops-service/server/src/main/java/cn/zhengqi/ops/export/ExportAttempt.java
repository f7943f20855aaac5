package cn.zhengqi.ops.export;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.ops.api.ExportEnded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One attempt at a job by one copy of the service. All that it writes down it does only as long as the job is its own: one that was cancelled, or that another copy
 * has taken up because this one was silent for too long, is not touched, and the attempt ends.
 */
final class ExportAttempt {

    /** Far longer than a thousand rows, a part or the closing of a workbook take. */
    static final Duration HELD = Duration.ofMinutes(5);

    private static final int ROWS_BETWEEN_SIGNS = 1000;
    private static final String MINE = " where id = ? and state = 'RUNNING' and attempt = ?";

    private final Claimed job;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private long rows;

    /** @param transaction opens one of its own, beside that in which the rows are read */
    ExportAttempt(Claimed job, JdbcClient jdbc, Outbox outbox, TransactionTemplate transaction, Clock clock) {
        this.job = job;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A job as it was taken up. */
    record Claimed(
            UUID id,
            ExportKind kind,
            UUID accountId,
            String accountName,
            UserType userType,
            @Nullable UUID enterpriseId,
            String filter,
            int attempt) {}

    /** The job is not this attempt's any more. */
    static final class NotMine extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotMine(UUID job) {
            super("Export " + job + " was cancelled, or is written by another copy");
        }
    }

    UUID job() {
        return job.id();
    }

    void row() {
        rows++;
        if (rows % ROWS_BETWEEN_SIGNS == 0) {
            transaction.executeWithoutResult(status -> sign());
        }
    }

    void keep(int number, byte[] sealed) {
        transaction.executeWithoutResult(status -> {
            sign();
            jdbc.sql("insert into export_part (job_id, number, sealed) values (?, ?, ?)")
                    .params(job.id(), number, sealed)
                    .update();
        });
    }

    private void sign() {
        int mine = jdbc.sql("update export_job set written = ?, held_until = ?" + MINE)
                .params(rows, until(HELD), job.id(), job.attempt())
                .update();
        if (mine == 0) {
            throw new NotMine(job.id());
        }
    }

    void done(long bytes, String key) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            int mine = jdbc.sql("""
                            update export_job set state = 'DONE', written = ?, bytes = ?, file_key = ?, held_until = null, ended_at = ?""" + MINE)
                    .params(rows, bytes, key, BusinessTime.at(now), job.id(), job.attempt())
                    .update();
            if (mine > 0) {
                tell(rows, null, now);
            }
        });
    }

    /** Once, for only one attempt ends its job. */
    private void tell(long written, @Nullable String failure, Instant at) {
        outbox.publish(
                new ExportEnded(job.id(), job.accountId(), job.kind().title(), written, failure, at),
                job.attempt(),
                at);
    }

    void failed(String reason) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            int mine = jdbc.sql("update export_job set state = 'FAILED', reason = ?, held_until = null, ended_at = ?"
                            + MINE)
                    .params(reason, BusinessTime.at(now), job.id(), job.attempt())
                    .update();
            if (mine > 0) {
                jdbc.sql("delete from export_part where job_id = ?")
                        .param(job.id())
                        .update();
                tell(0, reason, now);
            }
        });
    }

    /** It is tried again from the beginning. */
    void putOff(Duration pause) {
        transaction.executeWithoutResult(status -> jdbc.sql("update export_job set held_until = ?" + MINE)
                .params(until(pause), job.id(), job.attempt())
                .update());
    }

    private OffsetDateTime until(Duration time) {
        return BusinessTime.at(clock.instant().plus(time));
    }
}
