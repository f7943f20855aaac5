package cn.zhengqi.message.ways;

import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.PushChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message says by other ways than the inbox.
 *
 * @param weChat null: it does not go there
 * @param subscription null: it does not go as a subscription message (订阅消息)
 * @param sms null: there is no text message
 * @param link path of the platform; null: to the list of messages
 * @param inInbox false: no message of this id lies in the inbox, where it could be read meanwhile
 */
public record OuterNotice(
        UUID message,
        UUID account,
        MessageKind kind,
        Terms terms,
        @Nullable String weChat,
        @Nullable String subscription,
        @Nullable String sms,
        @Nullable String link,
        Instant at,
        boolean inInbox) {

    /** Of a field of a template message of the official account. */
    public static final int LONGEST_WECHAT = 20;

    /** Of the variable of a provider's template. */
    public static final int LONGEST_SMS = 35;

    /** Of a message in the inbox. */
    public OuterNotice(
            UUID message,
            UUID account,
            MessageKind kind,
            Terms terms,
            @Nullable String weChat,
            @Nullable String subscription,
            @Nullable String sms,
            @Nullable String link,
            Instant at) {
        this(message, account, kind, terms, weChat, subscription, sms, link, at, true);
    }

    /** In the order in which they are tried: what costs nothing first. */
    List<PushChannel> chain() {
        List<PushChannel> chain = new ArrayList<>();
        if (weChat != null) {
            chain.add(PushChannel.WECHAT);
        }
        if (subscription != null) {
            chain.add(PushChannel.SUBSCRIPTION);
        }
        if (sms != null) {
            chain.add(PushChannel.SMS);
        }
        return chain;
    }
}
