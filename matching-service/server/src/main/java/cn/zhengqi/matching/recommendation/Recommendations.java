package cn.zhengqi.matching.recommendation;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.RecommendationsSwitched;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The switch for personalised recommendations. It is kept here and not in the consent centre, because whoever ranks must know it
 * in the moment of ranking, without asking another service that may be silent. Of all messages only those on new policies (政策推送) go by the profile: switched off
 * here, nothing is pushed.
 */
@Service
public class Recommendations {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Recommendations(JdbcClient jdbc, Outbox outbox, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    private record Switched(boolean personalised) {}

    /** Read from the primary: a change of a moment ago counts. */
    @Transactional
    public RecommendationChoice of(UUID enterprise) {
        return jdbc.sql("select personalised, changed_at from recommendation_choice where enterprise_id = ?")
                .param(enterprise)
                .query((row, number) -> new RecommendationChoice(
                        row.getBoolean("personalised"),
                        BusinessTime.at(row.getObject("changed_at", OffsetDateTime.class)
                                .toInstant())))
                .optional()
                .orElse(RecommendationChoice.UNSAID);
    }

    /** Saying the same again changes nothing. */
    @Transactional
    RecommendationChoice choose(UUID enterprise, boolean personalised, CurrentUser by) {
        RecommendationChoice before = of(enterprise);
        if (before.personalised() == personalised) {
            return before;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OffsetDateTime now = BusinessTime.at(at);
        // Counted, not told by a clock: of two copies with clocks of their own the later choice is still the later one.
        long version = jdbc.sql("""
                        insert into recommendation_choice as c (enterprise_id, personalised, changed_at, changed_by, version) values (?, ?, ?, ?, 1)
                        on conflict (enterprise_id) do update set personalised = excluded.personalised,
                          changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = c.version + 1
                        returning version""")
                .params(enterprise, personalised, now, by.accountId())
                .query(Long.class)
                .single();
        outbox.publish(new RecommendationsSwitched(enterprise, personalised, at), version, at);
        String name = by.enterpriseName();
        audit.changed(
                RecommendationAction.RECOMMENDATIONS_SWITCHED,
                enterprise,
                name == null ? "" : name,
                new Switched(before.personalised()),
                new Switched(personalised));
        return new RecommendationChoice(personalised, now);
    }
}
