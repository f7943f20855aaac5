package cn.zhengqi.message.inbox;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.api.MessageView;
import com.baomidou.mybatisplus.annotation.TableId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 站内信: one message to one person. */
@SuppressWarnings("NullAway.Init")
class Message {

    @TableId
    private UUID id;

    private UUID accountId;
    private long seq;
    private MessageKind kind;
    private String title;
    private String body;
    private @Nullable String link;
    private @Nullable UUID enterpriseId;
    private @Nullable String enterpriseName;
    private OffsetDateTime createdAt;
    private @Nullable OffsetDateTime readAt;
    private @Nullable OffsetDateTime doneAt;

    private Message() {}

    UUID getId() {
        return id;
    }

    UUID getAccountId() {
        return accountId;
    }

    long getSeq() {
        return seq;
    }

    MessageKind getKind() {
        return kind;
    }

    String getTitle() {
        return title;
    }

    String getBody() {
        return body;
    }

    OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    @Nullable
    OffsetDateTime getReadAt() {
        return readAt;
    }

    @Nullable
    OffsetDateTime getDoneAt() {
        return doneAt;
    }

    MessageView view() {
        return new MessageView(
                id,
                kind,
                title,
                body,
                Notice.linkOf(link, enterpriseId),
                enterpriseName,
                local(createdAt),
                readAt == null ? null : local(readAt),
                doneAt == null ? null : local(doneAt));
    }

    private static OffsetDateTime local(OffsetDateTime time) {
        Instant instant = time.toInstant();
        return BusinessTime.at(instant);
    }
}
