package cn.zhengqi.message.inbox;

import cn.zhengqi.message.api.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * What is told.
 *
 * @param title at most 100 characters
 * @param body at most 2,000 characters
 * @param link path inside the receiver's application
 */
public record Notice(
        MessageKind kind,
        String title,
        String body,
        @Nullable String link) {}
