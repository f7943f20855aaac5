package cn.zhengqi.message.inbox;

import cn.zhengqi.message.api.MessageKind;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which of one's messages.
 *
 * @param read false: those that are unread and ask for nothing that is done
 * @param q part of title or body
 */
record MessageFilter(
        @Nullable Boolean read,
        @Nullable MessageKind kind,
        @Size(max = 50) @Nullable String q) {}
