package cn.zhengqi.matching.push;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether an enterprise is told of new policies for which it qualifies. Who switched personalised recommendations off is told of none, whatever is chosen here. */
@Service
class PushChoices {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    PushChoices(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    private record Switched(boolean wanted) {}

    /** Read from the primary: a change of a moment ago counts. */
    @Transactional
    PushChoice of(UUID enterprise) {
        return jdbc.sql("select wanted, changed_at from push_choice where enterprise_id = ?")
                .param(enterprise)
                .query((row, number) -> new PushChoice(
                        row.getBoolean("wanted"),
                        BusinessTime.at(row.getObject("changed_at", OffsetDateTime.class)
                                .toInstant())))
                .optional()
                .orElse(PushChoice.UNSAID);
    }

    /** Saying the same again changes nothing. */
    @Transactional
    PushChoice choose(UUID enterprise, boolean wanted, CurrentUser by) {
        PushChoice before = of(enterprise);
        if (before.wanted() == wanted) {
            return before;
        }
        OffsetDateTime now = BusinessTime.at(clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql("""
                        insert into push_choice (enterprise_id, wanted, changed_at, changed_by) values (?, ?, ?, ?)
                        on conflict (enterprise_id) do update
                        set wanted = excluded.wanted, changed_at = excluded.changed_at, changed_by = excluded.changed_by""").params(enterprise, wanted, now, by.accountId()).update();
        audit.changed(
                PushAction.PUSH_SWITCHED,
                enterprise,
                Objects.requireNonNullElse(by.enterpriseName(), ""),
                new Switched(before.wanted()),
                new Switched(wanted));
        return new PushChoice(wanted, now);
    }
}
