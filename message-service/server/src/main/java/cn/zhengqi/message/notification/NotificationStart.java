package cn.zhengqi.message.notification;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.audience.Holders;
import cn.zhengqi.message.audience.Meant;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts notifications whose time has come: their receivers are fixed then, and by one copy of the service. */
@Component
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationStart {

    private static final Logger log = LoggerFactory.getLogger(NotificationStart.class);

    private final NotificationMapper notifications;
    private final Receivers receivers;
    private final Holders holders;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final NotificationSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NotificationStart(
            NotificationMapper notifications,
            Receivers receivers,
            Holders holders,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            NotificationSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.notifications = notifications;
        this.receivers = receivers;
        this.holders = holders;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = Deliveries.asExactAsTheDatabase(clock);
        this.events = events;
    }

    void startDue() {
        notifications.due(clock.instant()).forEach(this::start);
    }

    /** Others are asked whom it means before the transaction begins. While they do not answer it waits: nobody is told by half an audience. */
    private void start(Notification due) {
        try {
            Meant meant = holders.meant(due.getAudience());
            transaction.executeWithoutResult(status ->
                    notifications.toStart(due.getId(), due.getVersion()).ifPresent(it -> start(it, meant)));
        } catch (RuntimeException failure) {
            log.warn("Nobody says yet whom notification {} is for: {}", due.getId(), failure.toString());
            putOff(due);
        }
    }

    /** It keeps its version: who cancels it by what they see is not disturbed. */
    private void putOff(Notification it) {
        jdbc.sql("""
                        update notification set start_tries = start_tries + 1,
                          start_after = cast(? as timestamptz) + least(interval '5 minutes', interval '5 seconds' * 2 ^ least(start_tries, 10))
                        where id = ? and version = ? and state = 'SCHEDULED'""")
                .params(BusinessTime.at(clock.instant()), it.getId(), it.getVersion())
                .update();
    }

    /** Where it has become for too many people meanwhile, a second person decides, and whom it is for is asked anew then. */
    private void start(Notification it, Meant meant) {
        receivers.fix(it.getId(), meant, it.ways());
        long people = jdbc.sql("select count(distinct account_id) from notification_receiver where notification_id = ?")
                .param(it.getId())
                .query(Long.class)
                .single();
        Instant now = clock.instant();
        boolean started = it.start(people, settings.approvalAbove(), now);
        notifications.update(it);
        if (!started) {
            jdbc.sql("delete from notification_receiver where notification_id = ?")
                    .param(it.getId())
                    .update();
            events.publishEvent(it.moved(NotificationMoved.Step.WAITS_AFTER_ALL, now));
        }
    }
}
