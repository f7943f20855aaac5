package cn.zhengqi.message.ways;

import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.TextMissed;
import cn.zhengqi.message.push.TextReported;
import cn.zhengqi.message.push.TextTaken;
import cn.zhengqi.message.push.WayEnded;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a message from one way to the next until one has it: 公众号, 订阅消息, then 短信; in the inbox it lies already. The next is tried only when the one before has failed for good or leads to nobody,
 * so nobody is told the same by two. Each step is taken in the transaction that heard of the one before. What its receiver declined does not go, at night it waits (ADR 0051).
 */
@Component
@EnableConfigurationProperties(WaysSettings.class)
public class OuterWays {

    /** So often a message goes again by itself because its provider never had it. */
    private static final int MOST_AGAIN = 3;

    private final OuterNotices notices;
    private final NextWay next;
    private final Preferences preferences;
    private final WaysSettings settings;
    private final TakenBack takenBack;

    OuterWays(OuterNotices notices, NextWay next, Preferences preferences, WaysSettings settings, TakenBack takenBack) {
        this.notices = notices;
        this.next = next;
        this.preferences = preferences;
        this.settings = settings;
        this.takenBack = takenBack;
    }

    /** In the transaction of the message. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(OuterNotice notice) {
        List<PushChannel> ways = next.wanted(notice, notice.chain());
        if (ways.isEmpty()) {
            return;
        }
        Instant now = notices.now();
        if (next.isForDigest(notice)) {
            notices.addGathered(notice, ways, settings.nextDigest(now));
            return;
        }
        notices.addHeld(notice, ways, now);
        next.go(notice, ways, now);
    }

    /** In the transaction in which it is on record. Of what is not under way by this way nothing is heard: it was told before there were chains, or goes by itself. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(WayEnded ended) {
        notices.lockUnderWay(ended.message(), ended.way())
                .ifPresent(row -> ended(row, ended.how(), ended.reportedUnder()));
    }

    /** What a provider took and reported: it has arrived, or it has not and can be sent again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(TextReported report) {
        for (UUID message : notices.lockReported(report.push())) {
            if (report.delivered()) {
                notices.delete(message);
            } else {
                notices.textFailed(message);
            }
        }
    }

    /** What an operator sent to one person, and a provider took and could not bring. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undelivered(OuterNotice notice) {
        notices.addUndelivered(notice);
    }

    /** Of what nobody knew its provider has said that it has it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void taken(TextTaken found) {
        notices.lockReported(found.push()).forEach(notices::foundTaken);
    }

    /** Of what nobody knew its provider has said that it never had it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void missed(TextMissed miss) {
        for (UUID message : notices.lockReported(miss.push())) {
            if (!miss.goesAgain() || !goAgain(message)) {
                notices.textFailed(message);
            }
        }
    }

    /**
     * As a text message, which is the last of its ways: the others were tried before it.
     *
     * @return false: it was taken back, its receiver wants none any more, or it went again too often
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean goAgain(UUID message) {
        OuterNotice notice = notices.notice(message);
        List<PushChannel> ways = next.wanted(notice, List.of(PushChannel.SMS));
        boolean again = !ways.isEmpty() && !takenBack.isTakenBack(message) && notices.goesAgain(message, MOST_AGAIN);
        if (again) {
            next.go(notice, ways, notices.now());
        }
        return again;
    }

    /** What waits for the end of quiet hours does not go then; operators may send it again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(List<UUID> messages) {
        notices.endHeld(messages);
    }

    private void ended(OuterNotices.Row row, WayEnded.How how, @Nullable UUID push) {
        OuterNotice notice = row.notice();
        Set<PushChannel> failed = new LinkedHashSet<>(row.failed());
        if (how == WayEnded.How.FAILED || how == WayEnded.How.UNCERTAIN) {
            failed.add(row.ways().getFirst());
            notices.failed(notice.message(), failed);
        }
        switch (how) {
            case TAKEN -> {
                if (push == null) {
                    notices.delete(notice.message());
                } else {
                    notices.waitForReport(notice.message(), push);
                }
            }
            case UNCERTAIN -> notices.finishUncertain(notice.message(), push);
            case FAILED, NOBODY -> {
                List<PushChannel> rest =
                        next.wanted(notice, row.ways().subList(1, row.ways().size()));
                if (!rest.isEmpty()) {
                    next.go(notice, rest, notices.now());
                } else if (failed.isEmpty()) {
                    notices.delete(notice.message());
                } else {
                    notices.finishFailed(notice.message());
                }
            }
        }
    }

    /** What became of sending one again. */
    enum Resent {
        RESENT,
        /** It has arrived meanwhile, is on its way, or went after its term. */
        NOT_THERE,
        /** It may have gone out. */
        UNCERTAIN,
        /** Its receiver wants it by none of its ways any more. */
        DECLINED
    }

    /** Who sends the same again at the same time waits until the end of the transaction. */
    void lock(UUID message) {
        notices.lockState(message);
    }

    /**
     * By all its ways anew, as its receiver wants it now. What has arrived is not sent again.
     *
     * @param doubtAccepted also what may have gone out
     */
    Resent resend(UUID message, boolean doubtAccepted) {
        OuterNotices.State state = notices.lockState(message).orElse(null);
        boolean again = state == OuterNotices.State.FAILED || doubtAccepted && state == OuterNotices.State.UNCERTAIN;
        if (!again) {
            return state == OuterNotices.State.UNCERTAIN ? Resent.UNCERTAIN : Resent.NOT_THERE;
        }
        OuterNotice notice = notices.notice(message);
        List<PushChannel> ways = next.wanted(notice, notice.chain());
        if (ways.isEmpty()) {
            return Resent.DECLINED;
        }
        notices.sentAgain(message);
        next.go(notice, ways, notices.now());
        return Resent.RESENT;
    }

    /** The account is closed for good. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID account) {
        notices.forget(account);
        preferences.forget(account);
    }
}
