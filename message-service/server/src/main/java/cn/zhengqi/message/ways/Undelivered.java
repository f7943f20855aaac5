package cn.zhengqi.message.ways;

import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.web.sheet.Sheet;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message that by no way besides the inbox got to its receiver, or that was given up before anybody said whom or where to tell.
 *
 * @param accountId absent where it was for whoever works at a desk
 * @param receiver name of the person; absent where it is not known here
 * @param failed ways that ended in a failure
 * @param resendable false: it may have gone out, and nobody is told twice
 * @param twice it may have gone out by text message, and nobody can say it any more: it is sent again where somebody accepts that its receiver may get it twice
 * @param answer what the provider of the text message said last, also when it was asked
 * @param resent how often it was sent again
 */
record Undelivered(
        UUID messageId,
        String title,
        MessageKind kind,
        @Nullable UUID accountId,
        @Nullable String receiver,
        List<PushChannel> failed,
        boolean resendable,
        boolean twice,
        @Nullable String answer,
        int resent,
        OffsetDateTime happenedAt,
        OffsetDateTime endedAt) {

    static final Sheet<Undelivered> SHEET = Sheet.<Undelivered>titled("未送达通知")
            .column("内容", Undelivered::title)
            .column("类别", it -> it.kind().label())
            .column("接收人", Undelivered::receiver)
            .column("失败方式", it -> it.failed().stream().map(PushChannel::label).collect(Collectors.joining("、")))
            .column("结果", it -> it.resendable() ? "发送失败" : "结果不明")
            .column("服务商答复", Undelivered::answer)
            .column("重发次数", Undelivered::resent)
            .column("事件时间", Undelivered::happenedAt)
            .column("失败时间", Undelivered::endedAt);
}
