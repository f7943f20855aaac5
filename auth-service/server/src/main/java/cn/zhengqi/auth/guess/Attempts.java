package cn.zhengqi.auth.guess;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedIndex;
import cn.zhengqi.kernel.ProblemException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts attempts before they are judged, so that many at once do not get more guesses than one after the other. The fifth
 * in a row that fails locks for a minute, and each further one twice as long, up to an hour.
 */
@Component
public class Attempts {

    static final int FREE = 5;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final ProtectedIndex names;

    Attempts(JdbcClient jdbc, DataProtection protection) {
        this.jdbc = jdbc;
        this.names = protection.index("sign_in_failure", "subject");
    }

    /**
     * One attempt.
     *
     * @param number which one in a row this is, from 1; 0 when it may not be made
     * @param lockedUntil when the next may be made, or {@link Instant#EPOCH}
     */
    public record Attempt(int number, Instant lockedUntil) {

        public boolean refused() {
            return number == 0;
        }

        public int remaining() {
            return Math.max(0, FREE - number);
        }

        /** What is answered to one that may not be made, or was the last for now. */
        public ProblemException locked(Instant now) {
            long seconds = Math.max(1, Duration.between(now, lockedUntil).toSeconds());
            long minutes = (seconds + 59) / 60;
            return new ProblemException(
                    AuthProblem.ACCOUNT_LOCKED, "尝试次数过多，请 " + minutes + " 分钟后再试", Map.of("retryAfterSeconds", seconds));
        }

        /** What is answered to one that failed: the lock, or how many are left. */
        public ProblemException failed(AuthProblem problem, Instant now) {
            return failed(problem, problem.title(), now);
        }

        /** The same in other words. */
        public ProblemException failed(AuthProblem problem, String words, Instant now) {
            return remaining() == 0
                    ? locked(now)
                    : new ProblemException(problem, warning(words), Map.of("remainingAttempts", remaining()));
        }

        /** With how many are left, where they are few. */
        public String warning(String words) {
            return remaining() > 2 ? words : words + "，再错 " + remaining() + " 次将被暂时锁定";
        }
    }

    /** All that is guessed of one account counts together. */
    public static String subjectOf(UUID account) {
        return "account:" + account;
    }

    /** For a name that nobody has. It may be a phone, or a password in the wrong field: only its index is kept. */
    public String subjectOfName(String name) {
        return "name:" + HexFormat.of().formatHex(names.of(name));
    }

    public String subjectOfRegistration(String phone) {
        return "registration:" + HexFormat.of().formatHex(names.of(phone));
    }

    /** A reset counts apart: nobody locks another out of signing in by it, and it is the same whether anybody has the phone. */
    public String subjectOfReset(String phone) {
        return "reset:" + HexFormat.of().formatHex(names.of(phone));
    }

    public Attempt begin(String subject, Instant now) {
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

    /** After all that is asked was right. */
    public void clear(String subject) {
        jdbc.sql("delete from sign_in_failure where subject = ?").param(subject).update();
    }

    /** One that was right, when more is asked: it does not count, and what failed before still does. */
    public void giveBack(String subject) {
        jdbc.sql("delete from sign_in_failure where subject = ? and failures = 1")
                .param(subject)
                .update();
        jdbc.sql(
                        "update sign_in_failure set failures = failures - 1, locked_until = null where subject = ? and failures > 1")
                .param(subject)
                .update();
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
