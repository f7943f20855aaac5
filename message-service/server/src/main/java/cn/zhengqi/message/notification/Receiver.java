package cn.zhengqi.message.notification;

import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.web.sheet.Sheet;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a notification to one person by one way.
 *
 * @param receiver name of the person; absent where it is not known here
 * @param at when it came to this result
 * @param heldUntil when the quiet hours are over for which it waits; absent: it waits for none
 * @param readAt of the in-site message; absent: not read yet, or deleted by them
 */
public record Receiver(
        UUID accountId,
        @Nullable String receiver,
        PushChannel channel,
        DeliveryResult result,
        @Nullable OffsetDateTime at,
        @Nullable OffsetDateTime heldUntil,
        @Nullable OffsetDateTime readAt) {

    static final Sheet<Receiver> SHEET = Sheet.<Receiver>titled("通知接收结果")
            .column("接收人", Receiver::receiver)
            .column("方式", it -> it.channel().label())
            .column("结果", it -> it.result().label())
            .column("时间", Receiver::at)
            .column("免打扰至", Receiver::heldUntil)
            .column("阅读时间", Receiver::readAt);
}
