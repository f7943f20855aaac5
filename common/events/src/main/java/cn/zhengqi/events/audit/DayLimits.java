package cn.zhengqi.events.audit;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often a person may do in a day what stays for years each time, as an entry of 操作日志 or an event that others rebuild from: far more than anybody needs, and no
 * more. Counted in the table {@code day_count} of the service, by all its copies together.
 */
public final class DayLimits {

    private final JdbcClient jdbc;
    private final Clock clock;

    DayLimits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is counted.
     *
     * @param name by which it is kept
     * @param label as in 您今天修改授权已达 200 次上限
     */
    public record Limit(String name, String label, int mostADay) {}

    /**
     * One more. Many at once wait for each other, so that none slips through.
     *
     * @throws ProblemException TOO_MANY_REQUESTS
     */
    public void count(Limit limit, UUID person) {
        if (counted(limit.name(), person) > limit.mostADay()) {
            throw new ProblemException(
                    CommonProblem.TOO_MANY_REQUESTS,
                    "您今天" + limit.label() + "已达 " + limit.mostADay() + " 次上限，请明天再试",
                    Map.of("retryAfterSeconds", BusinessTime.secondsUntilTomorrow(clock.instant())));
        }
    }

    /** One more of what has an answer of its own to who has done it too often. @return how often it was done today */
    int counted(String name, UUID person) {
        return jdbc.sql("""
                        insert into day_count as c (account_id, name, day, count) values (?, ?, ?, 1)
                        on conflict (account_id, name) do update
                        set count = case when c.day = excluded.day then c.count + 1 else 1 end, day = excluded.day
                        returning count""")
                .params(person, name, BusinessTime.today(clock))
                .query(Integer.class)
                .single();
    }
}
