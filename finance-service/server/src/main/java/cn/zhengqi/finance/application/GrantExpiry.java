package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets grants expire of which nothing was drawn until their last day. Copies of the service may do it at once: each takes the rows
 * that no other has, and who pays out at the same moment is waited for or waits.
 */
@Component
class GrantExpiry {

    private static final int BATCH = 200;

    private final LoanApplicationMapper applications;
    private final ApplicationDesk desk;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GrantExpiry(
            LoanApplicationMapper applications, ApplicationDesk desk, TransactionTemplate transaction, Clock clock) {
        this.applications = applications;
        this.desk = desk;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each hour, so that a night without the service costs no day. @return how many expired */
    @Scheduled(cron = "0 7 * * * *", zone = "Asia/Shanghai")
    int run() {
        int all = 0;
        int some;
        do {
            some = Objects.requireNonNull(transaction.execute(status -> expireSome()));
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
}
