package cn.zhengqi.message.push;

import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.web.sheet.Sheet;
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
        PushResult result,
        MessageKind kind,
        String title,
        UUID accountId,
        @Nullable String receiver,
        @Nullable OffsetDateTime readAt) {

    static final Sheet<Push> SHEET = Sheet.<Push>titled("信息推送日志")
            .column("标题", Push::title)
            .column("类别", push -> push.kind().label())
            .column("接收人", Push::receiver)
            .column("方式", push -> push.channel().label())
            .column("结果", push -> push.result().label())
            .column("发送时间", Push::sentAt)
            .column("阅读时间", Push::readAt);
}
