package cn.zhengqi.user.register;

import cn.zhengqi.events.audit.DayLimits;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever looks for the own enterprise finds it; nobody reads the register from end to end by looking: so many searches a minute, and so many a day. Counted together by
 * all copies of the service.
 */
@Component
class SearchLimit {

    static final int MOST = 60;

    /** With {@value Register#MOST_HITS} hits each no more than a fifth of a register of thirty thousand, if no two searches found the same. */
    static final DayLimits.Limit A_DAY = new DayLimits.Limit("REGISTER_SEARCH", "查找企业", 300);

    private static final Duration SPAN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final DayLimits days;
    private final Clock clock;

    SearchLimit(JdbcClient jdbc, DayLimits days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    /**
     * Who may read the register anyway is not counted.
     *
     * @throws ProblemException TOO_MANY_REQUESTS
     */
    void count(CurrentUser user) {
        if (user.has(UserPermissions.READ_ENTERPRISES)) {
            return;
        }
        OffsetDateTime now = BusinessTime.at(clock.instant());
        int searches = jdbc.sql("""
                        insert into register_search as s (account_id, since, searches) values (:account, :now, 1)
                        on conflict (account_id) do update set
                          searches = case when s.since > :start then s.searches + 1 else 1 end,
                          since = case when s.since > :start then s.since else excluded.since end
                        returning searches""")
                .param("account", user.accountId())
                .param("now", now)
                .param("start", now.minus(SPAN))
                .query(Integer.class)
                .single();
        if (searches > MOST) {
            throw new ProblemException(
                    CommonProblem.TOO_MANY_REQUESTS, "查询过于频繁，请一分钟后再试", Map.of("retryAfterSeconds", SPAN.toSeconds()));
        }
        days.count(A_DAY, user.accountId());
    }
}
