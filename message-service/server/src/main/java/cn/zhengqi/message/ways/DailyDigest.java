package cn.zhengqi.message.ways;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.PushChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 每日汇总: one message a day that says how much of which kind somebody has not read, and what is newest of it, for who wants to be told so. */
@Component
class DailyDigest {

    /** By which the digest goes; its receiver chose it, and goes without it by choosing otherwise. */
    private static final Terms TERMS = new Terms("digest", true, false, false);

    private final OuterNotices notices;
    private final NextWay next;

    DailyDigest(OuterNotices notices, NextWay next) {
        this.notices = notices;
        this.next = next;
    }

    /** One person's day. @return false: nobody's is due */
    boolean sendNext() {
        Instant now = notices.now();
        Optional<UUID> account = notices.digestDue(now);
        account.ifPresent(it -> send(it, now));
        return account.isPresent();
    }

    /** What they have read meanwhile, or deleted, is not counted. */
    private void send(UUID account, Instant now) {
        List<OuterNotices.Row> gathered = notices.takeGathered(account, now);
        Set<UUID> unread = notices.unread(account, gathered);
        List<OuterNotices.Row> told = gathered.stream()
                .filter(row -> unread.contains(row.notice().message()))
                .toList();
        // By each way only of what its person wants by it: a kind that they declined for text messages is not named in
        // one.
        Map<PushChannel, List<OuterNotice>> ways = new EnumMap<>(PushChannel.class);
        told.forEach(row -> next.wanted(row.notice(), row.ways())
                .forEach(way ->
                        ways.computeIfAbsent(way, none -> new ArrayList<>()).add(row.notice())));
        if (ways.isEmpty()) {
            return;
        }
        OuterNotice digest = new OuterNotice(
                Ids.next(),
                account,
                MessageKind.SYSTEM,
                TERMS,
                words(OuterNotice.LONGEST_WECHAT, ways.get(PushChannel.WECHAT)),
                words(OuterNotice.LONGEST_WECHAT, ways.get(PushChannel.SUBSCRIPTION)),
                words(OuterNotice.LONGEST_SMS, ways.get(PushChannel.SMS)),
                null,
                now,
                false);
        notices.addHeld(digest, digest.chain(), now);
        next.go(digest, digest.chain(), now);
    }

    private static @Nullable String words(int most, @Nullable List<OuterNotice> unread) {
        return unread == null ? null : DigestWords.within(most, unread);
    }
}
