package cn.zhengqi.finance.application;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets grants expire of which nothing was drawn until their last day, and warns of it some days before. Copies of the service may do it at once: each takes the rows
 * that no other has, and who pays out at the same moment is waited for or waits.
 */
@Component
@EnableConfigurationProperties(GrantExpiry.Settings.class)
class GrantExpiry {

    private static final int BATCH = 200;

    private final LoanApplicationMapper applications;
    private final ApplicationDesk desk;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Settings settings;
    private final Clock clock;

    GrantExpiry(
            LoanApplicationMapper applications,
            ApplicationDesk desk,
            Outbox outbox,
            TransactionTemplate transaction,
            Settings settings,
            Clock clock) {
        this.applications = applications;
        this.desk = desk;
        this.outbox = outbox;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param warnBefore how long before the last day */
    @ConfigurationProperties("zhengqi.finance.grant-expiry")
    record Settings(@DefaultValue("7d") Period warnBefore) {}

    /** Each hour, so that a night without the service costs no day. @return how many expired */
    @Scheduled(cron = "0 7 * * * *", zone = "Asia/Shanghai")
    int run() {
        return all(this::expireSome);
    }

    /** By day alone, and each hour, so that a morning without the service costs nobody the warning. @return of how many it was warned */
    @Scheduled(cron = "0 17 9-20 * * *", zone = "Asia/Shanghai")
    int warn() {
        return all(this::warnSome);
    }

    private int all(IntSupplier batch) {
        int all = 0;
        int some;
        do {
            some = Objects.requireNonNull(transaction.execute(status -> batch.getAsInt()));
            all += some;
        } while (some == BATCH);
        return all;
    }

    private int expireSome() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<LoanApplication> undrawn = applications.lockUndrawn(BusinessTime.dayOf(now), BATCH);
        undrawn.forEach(it -> desk.store(it.expire(Actor.PLATFORM, now), now));
        return undrawn.size();
    }

    private int warnSome() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = BusinessTime.dayOf(now);
        List<LoanApplication> near = applications.lockExpiring(today, today.plus(settings.warnBefore()), BATCH);
        near.forEach(it -> outbox.publish(it.expiring(now), it.version(), now));
        if (!near.isEmpty()) {
            applications.warned(near.stream().map(LoanApplication::id).toList(), now);
        }
        return near.size();
    }
}
