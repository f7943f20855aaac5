package cn.zhengqi.message.wechat;

import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.web.sheet.Sheet;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to bring something to somebody's WeChat.
 *
 * @param title of what was brought; absent: it is not over yet, or it goes with a notification, which has no entry in the log
 * @param receiver name of the person; absent where it is not known here
 * @param number of the attempt at the same thing, from 1
 * @param answer what WeChat answered, with its number (errcode)
 * @param millis until it was answered
 */
record WeChatAttempt(
        UUID id,
        OffsetDateTime sentAt,
        UUID accountId,
        @Nullable String receiver,
        PushChannel way,
        @Nullable String title,
        int number,
        WeChatAttemptState state,
        @Nullable String answer,
        @Nullable Long millis) {

    static final Sheet<WeChatAttempt> SHEET = Sheet.<WeChatAttempt>titled("微信发送明细")
            .column("标题", WeChatAttempt::title)
            .column("接收人", WeChatAttempt::receiver)
            .column("方式", it -> it.way().label())
            .column("第几次", WeChatAttempt::number)
            .column("结果", it -> it.state().label())
            .column("微信答复", WeChatAttempt::answer)
            .column("应答毫秒", WeChatAttempt::millis)
            .column("发送时间", WeChatAttempt::sentAt);
}
