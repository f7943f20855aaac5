package cn.zhengqi.message.api;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as its receiver sees it.
 *
 * @param link path inside the receiver's application, without its base
 */
public record MessageView(
        UUID id,
        MessageKind kind,
        String title,
        String body,
        @Nullable String link,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime readAt) {}
