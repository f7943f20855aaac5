package cn.zhengqi.auth.signin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts attempts before they are judged, so that many at once do not get more guesses than one after the other. The fifth
 * in a row that fails locks for a minute, and each further one twice as long, up to an hour.
 */
@Component
class Attempts {

    static final int FREE = 5;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One attempt.
     *
     * @param number which one in a row this is, from 1; 0 when it may not be made
     * @param lockedUntil when the next may be made, or {@link Instant#EPOCH}
     */
    record Attempt(int number, Instant lockedUntil) {

        boolean refused() {
            return number == 0;
        }

        int remaining() {
            return Math.max(0, FREE - number);
        }
    }

    Attempt begin(String subject, Instant now) {
        Instant storable = now.truncatedTo(ChronoUnit.MICROS);
        return jdbc.sql("""
                        insert into sign_in_failure as f (subject, failures, last_at) values (:subject, 1, :now)
                        on conflict (subject) do update set
                          failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end,
                          locked_until = case when f.last_at >= :forgotten and f.failures + 1 >= :free
                            then cast(:now as timestamptz)
                              + least(60 * power(2, least(f.failures + 1 - :free, 10)), 3600) * interval '1 second' end,
                          last_at = :now
                        where f.locked_until is null or f.locked_until <= :now
                        returning failures, locked_until""")
                .param("subject", subject)
                .param("now", Timestamp.from(storable))
                .param("forgotten", Timestamp.from(storable.minus(FORGOTTEN_AFTER)))
                .param("free", FREE)
                .query((row, n) -> new Attempt(row.getInt("failures"), instant(row.getTimestamp("locked_until"))))
                .optional()
                .orElseGet(() -> new Attempt(0, lockedUntil(subject)));
    }

    /** After the right password. */
    void clear(String subject) {
        jdbc.sql("delete from sign_in_failure where subject = ?").param(subject).update();
    }

    /** Deleting what is old twice does no harm, so that no copy of the service need be chosen for it. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forget() {
        jdbc.sql("delete from sign_in_failure where last_at < now() - interval '2 days'")
                .update();
    }

    private Instant lockedUntil(String subject) {
        return jdbc.sql("select locked_until from sign_in_failure where subject = ?")
                .param(subject)
                .query((row, n) -> instant(row.getTimestamp(1)))
                .optional()
                .orElse(Instant.EPOCH);
    }

    private static Instant instant(@Nullable Timestamp time) {
        return time == null ? Instant.EPOCH : time.toInstant();
    }
}
