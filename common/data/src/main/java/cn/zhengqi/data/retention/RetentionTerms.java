package cn.zhengqi.data.retention;

import cn.zhengqi.kernel.processing.Expiry;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long what is kept stays, from {@code zhengqi.retention.<code of the processing>}: {@code 6m}, {@code 3y}, {@code 180d}. */
public final class RetentionTerms {

    /** Cybersecurity Law, article 21: logs stay for at least six months. */
    public static final Period LOGS_LEAST = Period.ofMonths(6);

    private static final String PREFIX = "zhengqi.retention.";
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private final Environment settings;
    private final JdbcClient jdbc;

    RetentionTerms(Environment settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /** @throws IllegalStateException when nothing is set, or less than a day */
    public Period of(String code) {
        return atLeast(code, Period.ofDays(1));
    }

    /** @throws IllegalStateException when nothing is set, or less than {@code least} */
    public Period atLeast(String code, Period least) {
        Period term = settings.getRequiredProperty(PREFIX + code, Period.class);
        if (ANY_DAY.plus(term).isBefore(ANY_DAY.plus(least))) {
            throw new IllegalStateException(PREFIX + code + " is " + term + ", which is less than " + least);
        }
        return term;
    }

    /** By statements, each of which takes at most {@code :most} of what began before {@code :before}. */
    public Expiry expiry(String code, String... statements) {
        return new Expiry(code, of(code), (before, most) -> {
            int gone = 0;
            for (String statement : statements) {
                gone += jdbc.sql(statement)
                        .param("before", before)
                        .param("most", most)
                        .update();
            }
            return gone;
        });
    }
}
