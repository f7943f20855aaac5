package cn.zhengqi.message.inbox;

import cn.zhengqi.message.api.MessageKind;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param q part of title or body */
record MessageFilter(
        @Nullable Boolean read,
        @Nullable MessageKind kind,
        @Size(max = 50) @Nullable String q) {}
