package cn.zhengqi.message.notification;

import cn.zhengqi.message.push.PushChannel;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which receivers are looked for.
 *
 * @param receiver part of the name
 */
record ReceiverFilter(
        @Nullable PushChannel channel,
        @Nullable DeliveryResult result,
        @Nullable @Size(max = 50, message = "姓名不超过 50 字") String receiver) {}
