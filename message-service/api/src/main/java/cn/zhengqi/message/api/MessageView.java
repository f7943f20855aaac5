package cn.zhengqi.message.api;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as its receiver sees it.
 *
 * @param link path inside the receiver's application, without its base; of a page of one enterprise it says of which
 * @param enterpriseName of which enterprise it is; absent: of none in particular, and in messages from before that was kept
 * @param doneAt when the work that it asks for was done, by whomever; such a message is not unread any more
 */
public record MessageView(
        UUID id,
        MessageKind kind,
        String title,
        String body,
        @Nullable String link,
        @Nullable String enterpriseName,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime readAt,
        @Nullable OffsetDateTime doneAt) {}
