package cn.zhengqi.message.notification;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a notification waits for a second person or waits no more, told inside the service in the transaction in which it is on record.
 *
 * @param version of the notification after it
 * @param people how many it is for by now
 * @param authors all who had a hand in it
 * @param institution whose it is; null: the platform's
 * @param sendAt null: as soon as it is approved
 * @param decider who decided; null while nobody did
 * @param reason why it was rejected
 */
public record NotificationMoved(
        UUID notification,
        long version,
        Step step,
        String title,
        long people,
        String author,
        Set<UUID> authors,
        @Nullable UUID institution,
        @Nullable Instant sendAt,
        @Nullable String decider,
        @Nullable String reason,
        Instant at) {

    public NotificationMoved {
        authors = Set.copyOf(authors);
    }

    /** What became of it. */
    public enum Step {
        WAITS,
        /** Its time came, but for too many people by then: it did not go out. */
        WAITS_AFTER_ALL,
        APPROVED,
        REJECTED,
        CANCELLED
    }
}
