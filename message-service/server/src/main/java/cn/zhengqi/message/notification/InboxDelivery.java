package cn.zhengqi.message.notification;

import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.message.push.PushChannel;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings notifications into inboxes, in the transaction that takes their receivers: a copy of the service that dies leaves them as they were. */
@Component
class InboxDelivery {

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Messages messages;
    private final Deliveries deliveries;
    private final Clock clock;

    InboxDelivery(
            JdbcClient jdbc, TransactionTemplate transaction, Messages messages, Deliveries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.messages = messages;
        this.deliveries = deliveries;
        this.clock = Deliveries.asExactAsTheDatabase(clock);
    }

    void send(Notification it) {
        while (sendSome(it) > 0) {
            // Until all are told or taken by other copies.
        }
    }

    /** @return how many were taken */
    private int sendSome(Notification it) {
        Integer taken = transaction.execute(status -> {
            Set<UUID> people = new HashSet<>(jdbc.sql("""
                            select r.account_id from notification_receiver r join notification n on n.id = r.notification_id
                            where r.notification_id = ? and r.channel = 'IN_SITE' and r.result = 'WAITING' and n.state = 'SENDING'
                            order by r.account_id limit ? for update of r skip locked""")
                    .params(it.getId(), BATCH)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list());
            if (people.isEmpty()) {
                return 0;
            }
            Set<UUID> there = deliveries.stillIn(people);
            messages.post(there, it.getId(), it.notice(), clock.instant());
            deliveries.ended(it.getId(), PushChannel.IN_SITE, there, DeliveryResult.DELIVERED);
            deliveries.ended(it.getId(), PushChannel.IN_SITE, Deliveries.without(people, there), DeliveryResult.GONE);
            return people.size();
        });
        return taken == null ? 0 : taken;
    }
}
