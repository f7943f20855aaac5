package cn.zhengqi.finance.match;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The local copy of whose match result is whose, so that an application needs no question to matching-service. */
@Component
public class MatchResults {

    /** How long somebody may still come from a match that is not the latest; shorter than matching-service surely has it. */
    static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    MatchResults(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The result that an application was started from, if it may be kept with it. One that has not been heard of here is
     * left out, as is one that was forgotten: its event may be under way, and an application does not fail for it.
     *
     * @throws ProblemException MATCH_RESULT_UNKNOWN for the result of another enterprise
     */
    public @Nullable UUID own(@Nullable UUID result, UUID enterprise) {
        if (result == null) {
            return null;
        }
        UUID owner = jdbc.sql("select enterprise_id from match_result where id = ?")
                .param(result)
                .query(UUID.class)
                .optional()
                .orElse(null);
        if (owner == null) {
            return null;
        }
        if (!owner.equals(enterprise)) {
            throw new ProblemException(FinanceProblem.MATCH_RESULT_UNKNOWN);
        }
        return result;
    }

    void keep(UUID result, UUID enterprise, Instant matchedAt) {
        jdbc.sql("insert into match_result (id, enterprise_id, matched_at) values (?, ?, ?) on conflict do nothing")
                .params(result, enterprise, BusinessTime.at(matchedAt))
                .update();
    }

    /**
     * The latest of an enterprise stays, which its pages show. Copies of the service may do it at once: a row goes once. What
     * a rebuild brings back goes again.
     */
    @Scheduled(cron = "0 50 3 * * *", zone = "Asia/Shanghai")
    void forgetOld() {
        jdbc.sql("""
                        delete from match_result old where matched_at < ? and exists (
                          select 1 from match_result newer
                          where newer.enterprise_id = old.enterprise_id and newer.matched_at > old.matched_at)""").param(BusinessTime.at(clock.instant().minus(KEPT))).update();
    }
}
