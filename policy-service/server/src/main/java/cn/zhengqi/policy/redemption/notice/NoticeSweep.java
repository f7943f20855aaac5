package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.declaration.NoticedDeclarations;
import cn.zhengqi.policy.redemption.application.RedemptionMoves;
import cn.zhengqi.promise.WorkCalendar;
import cn.zhengqi.promise.WorkCalendars;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Approves what was shown to the public for its days and to which nobody objects any more. Each in a transaction of its own; copies of the service do it at once, and
 * none twice.
 */
@Component
public class NoticeSweep {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSweep.class);

    private final NoticeMapper notices;
    private final RedemptionMoves moves;
    private final NoticedDeclarations declarations;
    private final WorkCalendars calendars;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeSweep(
            NoticeMapper notices,
            RedemptionMoves moves,
            NoticedDeclarations declarations,
            WorkCalendars calendars,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.moves = moves;
        this.declarations = declarations;
        this.calendars = calendars;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    public void sweep() {
        transaction.executeWithoutResult(status -> date());
        Set<UUID> passedOver = new HashSet<>();
        boolean more = true;
        while (more) {
            more = approveOne(passedOver);
        }
    }

    /** Of a year whose days off were not arranged when a notice began it is known by now how long that lasts. */
    private void date() {
        WorkCalendar calendar = calendars.now();
        notices.undated()
                .forEach(it -> calendar.plus(it.from(), it.workingDays())
                        .ifPresent(day -> moves.lock(it.id()).ifPresent(locked -> moves.noticeUntil(locked, day))));
        declarations.date();
    }

    /** One that cannot be approved does not keep those behind it waiting: it is tried again the next time. */
    private boolean approveOne(Set<UUID> passedOver) {
        AtomicReference<@Nullable UUID> tried = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                UUID id = notices.over(BusinessTime.dayOf(now), passedOver).orElse(null);
                tried.set(id);
                // Looked at again where nobody can object any more: what was objected at the last moment was not seen
                // above.
                if (id != null && notices.open(id) == 0) {
                    moves.lock(id).ifPresent(it -> moves.approve(it, now));
                } else if (id != null) {
                    passedOver.add(id);
                }
            });
        } catch (RuntimeException failed) {
            UUID id = tried.get();
            if (id == null) {
                throw failed;
            }
            LOG.error(
                    "The notice of application {} is over, but it cannot be approved; tried again next time",
                    id,
                    failed);
            passedOver.add(id);
        }
        return tried.get() != null;
    }
}
