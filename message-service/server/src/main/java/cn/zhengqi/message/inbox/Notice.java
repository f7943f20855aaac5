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
 * @param enterprise whose page the link leads to: who acts for another one at that moment does not find it; null: nobody's in particular
 */
public record Notice(
        MessageKind kind,
        String title,
        String body,
        @Nullable String link,
        @Nullable String weChat,
        @Nullable String subscription,
        @Nullable String sms,
        Terms terms,
        @Nullable UUID enterprise) {

    /** Of no enterprise in particular. */
    public Notice(
            MessageKind kind,
            String title,
            String body,
            @Nullable String link,
            @Nullable String weChat,
            @Nullable String subscription,
            @Nullable String sms,
            Terms terms) {
        this(kind, title, body, link, weChat, subscription, sms, terms, null);
    }

    /** In-site alone. */
    public Notice(MessageKind kind, String title, String body, @Nullable String link) {
        this(kind, title, body, link, null, null, null, Terms.AT_ONCE);
    }

    public Notice of(UUID whose) {
        return new Notice(kind, title, body, link, weChat, subscription, sms, terms, whose);
    }

    OuterNotice outer(UUID message, UUID account, Instant at) {
        return new OuterNotice(message, account, kind, terms, weChat, subscription, sms, linkOf(link, enterprise), at);
    }

    /** A link that says of which enterprise the page is: the site offers to switch to it where another one is acted for. */
    static @Nullable String linkOf(@Nullable String link, @Nullable UUID enterprise) {
        return link == null || enterprise == null ? link : link + (link.contains("?") ? "&" : "?") + "of=" + enterprise;
    }
}
