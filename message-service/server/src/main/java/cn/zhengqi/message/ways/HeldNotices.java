package cn.zhengqi.message.ways;

import cn.zhengqi.message.push.PushChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Releases what waits for its hour: the end of somebody's quiet hours, or of their day. In every copy of the service: each takes those that no other has. */
@Component
class HeldNotices {

    /** Of what no provider reported within it, it is taken to have arrived. */
    static final Duration REPORTS_WITHIN = Duration.ofDays(7);

    private final OuterNotices notices;
    private final NextWay next;
    private final DailyDigest digest;
    private final TransactionTemplate transaction;

    HeldNotices(OuterNotices notices, NextWay next, DailyDigest digest, TransactionTemplate transaction) {
        this.notices = notices;
        this.next = next;
        this.digest = digest;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${zhengqi.message.look-every:PT1S}")
    void releaseAll() {
        while (Boolean.TRUE.equals(transaction.execute(status -> release()))) {
            // Until none is due.
        }
        while (Boolean.TRUE.equals(transaction.execute(status -> digest.sendNext()))) {
            // Until nobody's is due.
        }
        notices.deleteTakenUntil(notices.now().minus(REPORTS_WITHIN));
    }

    /** What was declined since it was held, or read, done or deleted, does not go. */
    private boolean release() {
        Optional<OuterNotices.Row> due = notices.lockDue();
        due.ifPresent(row -> {
            OuterNotice notice = row.notice();
            List<PushChannel> ways = next.wanted(notice, row.ways());
            if (ways.isEmpty() || notices.unread(notice.account(), List.of(row)).isEmpty()) {
                notices.delete(notice.message());
            } else {
                next.go(notice, ways, notices.now());
            }
        });
        return due.isPresent();
    }
}
