package cn.zhengqi.message.api;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as its receiver sees it.
 *
 * @param link path inside the receiver's application, without its base
 * @param doneAt when the work that it asks for was done, by whomever; such a message is not unread any more
 */
public record MessageView(
        UUID id,
        MessageKind kind,
        String title,
        String body,
        @Nullable String link,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime readAt,
        @Nullable OffsetDateTime doneAt) {}
