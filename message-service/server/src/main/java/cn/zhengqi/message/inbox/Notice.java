package cn.zhengqi.message.inbox;

import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.ways.OuterNotice;
import cn.zhengqi.message.ways.Terms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told.
 *
 * @param title at most 100 characters
 * @param body at most 2,000 characters
 * @param link path inside the receiver's application
 * @param weChat what stands in WeChat; null: it does not go there
 * @param subscription what stands in a subscription message (订阅消息); null: it does not go so
 * @param sms what stands in a text message, at most 35 characters; null: there is none
 * @param terms what its receiver may decide of it
 */
public record Notice(
        MessageKind kind,
        String title,
        String body,
        @Nullable String link,
        @Nullable String weChat,
        @Nullable String subscription,
        @Nullable String sms,
        Terms terms) {

    /** In-site alone. */
    public Notice(MessageKind kind, String title, String body, @Nullable String link) {
        this(kind, title, body, link, null, null, null, Terms.AT_ONCE);
    }

    OuterNotice outer(UUID message, UUID account, Instant at) {
        return new OuterNotice(message, account, kind, terms, weChat, subscription, sms, link, at);
    }
}
