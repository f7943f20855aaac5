package cn.zhengqi.auth.webhook;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the one sees it who looks after its key. Never a secret.
 *
 * @param offered of what it could be told
 * @param disabledAt since when nothing is sent
 * @param disabledBecause and why
 */
record WebhookView(
        String url,
        List<EventChoice> events,
        List<EventChoice> offered,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime disabledAt,
        @Nullable WhyEnded disabledBecause,
        @Nullable OffsetDateTime previousUntil,
        int version) {

    /** An event as people read it. */
    record EventChoice(WebhookEvent event, String code, String label) {

        static EventChoice of(WebhookEvent event) {
            return new EventChoice(event, event.code(), event.label());
        }
    }
}
