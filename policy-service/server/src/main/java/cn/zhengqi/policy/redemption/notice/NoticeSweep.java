package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.redemption.application.RedemptionMoves;
import cn.zhengqi.promise.WorkCalendar;
import cn.zhengqi.promise.WorkCalendars;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Approves what was shown to the public for its days and to which nobody objects any more. Each in a transaction of its own; copies of the service do it at once, and
 * none twice.
 */
@Component
public class NoticeSweep {

    private final NoticeMapper notices;
    private final RedemptionMoves moves;
    private final WorkCalendars calendars;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeSweep(
            NoticeMapper notices,
            RedemptionMoves moves,
            WorkCalendars calendars,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.moves = moves;
        this.calendars = calendars;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    public void sweep() {
        transaction.executeWithoutResult(status -> date());
        while (Boolean.TRUE.equals(transaction.execute(status -> approveOne()))) {
            // One more, until there is none.
        }
    }

    /** Of a year whose days off were not arranged when a notice began it is known by now how long that lasts. */
    private void date() {
        WorkCalendar calendar = calendars.now();
        notices.undated()
                .forEach(it -> calendar.plus(it.from(), it.workingDays())
                        .ifPresent(day -> moves.lock(it.id()).ifPresent(locked -> moves.noticeUntil(locked, day))));
    }

    private boolean approveOne() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = notices.over(BusinessTime.dayOf(now)).orElse(null);
        if (id == null) {
            return false;
        }
        // Looked at again where nobody can object any more: what was objected at the last moment was not seen above.
        if (notices.open(id) == 0) {
            moves.lock(id).ifPresent(it -> moves.approve(it, now));
        }
        return true;
    }
}
