package cn.zhengqi.message.push;

import cn.zhengqi.message.api.MessageKind;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message that was sent to one person.
 *
 * @param receiver name of the person; absent where it is not known here
 * @param readAt absent: not read yet, or deleted by them
 */
record Push(
        UUID messageId,
        OffsetDateTime sentAt,
        PushChannel channel,
        MessageKind kind,
        String title,
        UUID accountId,
        @Nullable String receiver,
        @Nullable OffsetDateTime readAt) {}
