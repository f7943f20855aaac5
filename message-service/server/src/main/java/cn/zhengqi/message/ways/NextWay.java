package cn.zhengqi.message.ways;

import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.sms.TextMessages;
import cn.zhengqi.message.sms.TextNotices;
import cn.zhengqi.message.wechat.WeChatNotices;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** By which of its ways a notice goes next: not by what its receiver declined, and at night not before it is over. */
@Component
class NextWay {

    private final OuterNotices notices;
    private final Preferences preferences;
    private final WeChatNotices weChat;
    private final TextNotices texts;
    private final TextMessages phones;

    NextWay(
            OuterNotices notices,
            Preferences preferences,
            WeChatNotices weChat,
            TextNotices texts,
            TextMessages phones) {
        this.notices = notices;
        this.preferences = preferences;
        this.weChat = weChat;
        this.texts = texts;
        this.phones = phones;
    }

    /** Of these ways, those that the receiver has not declined and that somebody serves. */
    List<PushChannel> wanted(OuterNotice notice, List<PushChannel> ways) {
        if (ways.isEmpty()) {
            return ways;
        }
        Set<PushChannel> declined = choice(notice).declined();
        return ways.stream()
                .filter(way -> !declined.contains(way))
                .filter(way -> way != PushChannel.SMS || phones.bringNotifications())
                .toList();
    }

    /** Whether its receiver hears of it once a day. */
    boolean isForDigest(OuterNotice notice) {
        return notice.terms().digestible() && choice(notice).digest();
    }

    private Choice choice(OuterNotice notice) {
        return notice.terms().fixed()
                ? Choice.AS_OFFERED
                : preferences.of(notice.account(), notice.terms().code());
    }

    /** By the first of these ways, or, at night, when it is over. */
    void go(OuterNotice notice, List<PushChannel> ways, Instant now) {
        Optional<Instant> quiet = notice.terms().urgent() ? Optional.empty() : preferences.quiet(notice.account(), now);
        notices.setOut(notice.message(), ways, quiet.orElse(null));
        if (quiet.isPresent()) {
            return;
        }
        switch (ways.getFirst()) {
            case WECHAT ->
                weChat.add(
                        PushChannel.WECHAT,
                        notice.message(),
                        notice.account(),
                        notice.kind(),
                        Objects.requireNonNull(notice.weChat()),
                        notice.link(),
                        notice.at());
            case SUBSCRIPTION ->
                weChat.add(
                        PushChannel.SUBSCRIPTION,
                        notice.message(),
                        notice.account(),
                        notice.kind(),
                        Objects.requireNonNull(notice.subscription()),
                        notice.link(),
                        notice.at());
            case SMS ->
                texts.add(notice.message(), notice.account(), notice.kind(), Objects.requireNonNull(notice.sms()));
            case IN_SITE -> throw new IllegalStateException("It lies in the inbox");
        }
    }
}
