package cn.zhengqi.stats.ticker;

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

/** Whether an enterprise stands on the public ticker. Who keeps off is gone from it at once; who comes back is shown with what it does from then on. */
@Service
class TickerChoices {

    private final JdbcClient jdbc;
    private final Ticker ticker;
    private final AuditTrail audit;
    private final Clock clock;

    TickerChoices(JdbcClient jdbc, Ticker ticker, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.ticker = ticker;
        this.audit = audit;
        this.clock = clock;
    }

    private record Switched(boolean shown) {}

    /** Read from the primary: a change of a moment ago counts. */
    @Transactional
    TickerChoice of(UUID enterprise) {
        return jdbc.sql("select shown, changed_at from ticker_choice where enterprise_id = ?")
                .param(enterprise)
                .query((row, number) -> new TickerChoice(
                        row.getBoolean("shown"),
                        BusinessTime.at(row.getObject("changed_at", OffsetDateTime.class)
                                .toInstant())))
                .optional()
                .orElse(TickerChoice.UNSAID);
    }

    /** Saying the same again changes nothing. */
    @Transactional
    TickerChoice choose(UUID enterprise, boolean shown, CurrentUser by) {
        ticker.waitFor(enterprise);
        TickerChoice before = of(enterprise);
        if (before.shown() == shown) {
            return before;
        }
        String name = Objects.requireNonNullElse(by.enterpriseName(), "");
        OffsetDateTime now = BusinessTime.at(clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql("""
                        insert into ticker_choice (enterprise_id, shown, changed_at, changed_by) values (?, ?, ?, ?)
                        on conflict (enterprise_id) do update
                        set shown = excluded.shown, changed_at = excluded.changed_at, changed_by = excluded.changed_by""").params(enterprise, shown, now, by.accountId()).update();
        if (!shown) {
            ticker.forget(enterprise, name);
        }
        audit.changed(
                TickerAction.TICKER_SWITCHED, enterprise, name, new Switched(before.shown()), new Switched(shown));
        return new TickerChoice(shown, now);
    }
}
