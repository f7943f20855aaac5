package cn.zhengqi.message.push;

import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.web.sheet.Sheet;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message that was sent to one person.
 *
 * @param result of a text message, as its provider reported it, where it did
 * @param receiver name of the person; absent where it is not known here
 * @param readAt absent: not read yet, or deleted by them
 * @param provider who was asked last to bring the text message
 * @param answer what that provider, or WeChat, said last
 * @param parts as how many messages it was charged; absent: nobody took it
 * @param cost of these, in yuan; absent: no price was set
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
        @Nullable OffsetDateTime readAt,
        @Nullable SmsProvider provider,
        @Nullable String answer,
        @Nullable Integer parts,
        @Nullable BigDecimal cost) {

    static final Sheet<Push> SHEET = Sheet.<Push>titled("信息推送日志")
            .column("标题", Push::title)
            .column("类别", push -> push.kind().label())
            .column("接收人", Push::receiver)
            .column("方式", push -> push.channel().label())
            .column("结果", push -> push.result().label())
            .column(
                    "服务商",
                    push -> push.provider() == null ? null : push.provider().label())
            .column("服务商答复", Push::answer)
            .column("计费条数", Push::parts)
            .column("费用（元）", Push::cost)
            .column("发送时间", Push::sentAt)
            .column("阅读时间", Push::readAt);
}
