package cn.zhengqi.message.wechat;

import cn.zhengqi.auth.api.wechat.InternalWeChat;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Note;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.PushResult;
import cn.zhengqi.message.push.WayEnded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages go to WeChat too where their template says so (系统消息). Each waits here, written with the message, until auth-service has brought it to WeChat, which it is asked for outside of
 * a transaction. What is not there after six tries within five minutes has failed; of which nobody knows whether it is there, it is said so, and it goes by no further way. Who has bound no
 * WeChat has the message all the same.
 */
@Component
@EnableConfigurationProperties(WeChatNotices.Settings.class)
public class WeChatNotices {

    private static final Logger log = LoggerFactory.getLogger(WeChatNotices.class);

    private static final int MOST_ASKED = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InternalWeChat weChat;
    private final WeChatTries tries;
    private final PushLog pushes;
    private final Settings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WeChatNotices(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            InternalWeChat weChat,
            WeChatTries tries,
            PushLog pushes,
            Settings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.weChat = weChat;
        this.tries = tries;
        this.pushes = pushes;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** @param kinds of messages that go to WeChat too as long as no operator decides for one of their templates; none is the default */
    @ConfigurationProperties("zhengqi.message.wechat")
    record Settings(@DefaultValue Set<MessageKind> kinds) {}

    /**
     * @param push under which it will be in the log of pushes
     * @param unanswered WeChat was asked for it before, and nobody knows whether it has it
     * @param known WeChat would know it again
     */
    private record Waiting(
            Note note, PushChannel way, MessageKind kind, UUID push, int tries, boolean unanswered, boolean known) {

        static Waiting read(ResultSet row, int number) throws SQLException {
            return new Waiting(
                    new Note(
                            row.getObject("message_id", UUID.class),
                            row.getObject("account_id", UUID.class),
                            row.getString("title"),
                            row.getString("link"),
                            row.getObject("happened_at", OffsetDateTime.class).toInstant()),
                    PushChannel.valueOf(row.getString("way")),
                    MessageKind.valueOf(row.getString("kind")),
                    row.getObject("push_id", UUID.class),
                    row.getInt("tries"),
                    row.getObject("unanswered_before") != null,
                    row.getBoolean("known"));
        }
    }

    /** Whether messages of the kind go to WeChat where nobody said otherwise. */
    public boolean takes(MessageKind kind) {
        return settings.kinds().contains(kind);
    }

    /**
     * In the transaction of the message.
     *
     * @param way WECHAT: as a template message; SUBSCRIPTION: as one to which its receiver has agreed
     */
    public void add(
            PushChannel way,
            UUID message,
            UUID account,
            MessageKind kind,
            String title,
            @Nullable String link,
            Instant at) {
        jdbc.sql("""
                        insert into waiting_wechat_notice (message_id, way, account_id, kind, title, link, happened_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(message, way.name(), account, kind.name(), title, link, BusinessTime.at(at)))
                .update();
    }

    /** In every copy of the service. After one failure the others are left for the next time: it is mostly auth-service or WeChat that is away. */
    @Scheduled(fixedDelayString = "${zhengqi.message.look-every:PT1S}")
    void sendAll() {
        dropThoseToNobody();
        Optional<Waiting> next = claim();
        while (next.isPresent() && send(next.get())) {
            next = claim();
        }
    }

    /** Most people have bound no WeChat: one question about all who wait, not one for each message. Without an answer each is asked for as it is. */
    private void dropThoseToNobody() {
        Set<UUID> nobodies = new HashSet<>(jdbc.sql("""
                        select distinct account_id from waiting_wechat_notice where next_try_at <= now() and unanswered_since is null limit ?""")
                .param(MOST_ASKED)
                .query((row, number) -> row.getObject(1, UUID.class))
                .set());
        if (nobodies.isEmpty()) {
            return;
        }
        try {
            nobodies.removeAll(weChat.bound(nobodies));
        } catch (RuntimeException failure) {
            log.warn("Nobody says who has bound WeChat: {}", failure.toString());
            return;
        }
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        delete from waiting_wechat_notice where account_id = any(?) and next_try_at <= now() and unanswered_since is null
                        returning message_id, way""")
                .param(nobodies.toArray(UUID[]::new))
                .query((row, number) -> new WayEnded(
                        row.getObject(1, UUID.class), PushChannel.valueOf(row.getString(2)), WayEnded.How.NOBODY))
                .list()
                .forEach(events::publishEvent));
    }

    /** Who takes one puts off the next try: should this copy die, another takes it then. From now on WeChat may have it. */
    private Optional<Waiting> claim() {
        return jdbc.sql("""
                        update waiting_wechat_notice set
                          tries = tries + 1,
                          next_try_at = now() + least(interval '5 minutes', interval '5 seconds' * 2 ^ least(tries, 10)),
                          unanswered_since = coalesce(unanswered_since, now())
                        where message_id = (
                          select message_id from waiting_wechat_notice where next_try_at <= now()
                          order by next_try_at limit 1 for update skip locked)
                        returning *, old.unanswered_since as unanswered_before,
                          coalesce(old.unanswered_since > now() - cast(? as interval), true) as known""")
                .param(WeChatTries.KNOWN_AGAIN.toString())
                .query(Waiting::read)
                .optional();
    }

    /** @return false: WeChat, or auth-service, is away */
    private boolean send(Waiting waiting) {
        if (!waiting.known()) {
            end(waiting, PushResult.FAILED, WayEnded.How.UNCERTAIN);
            return true;
        }
        switch (tries.make(waiting.push(), waiting.tries(), waiting.way(), waiting.note())) {
            case ACCEPTED -> end(waiting, PushResult.ACCEPTED, WayEnded.How.TAKEN);
            case REFUSED -> endUntaken(waiting, PushResult.FAILED, WayEnded.How.FAILED);
            case NOBODY -> endUntaken(waiting, null, WayEnded.How.NOBODY);
            case LATER -> {
                if (waiting.tries() >= WeChatTries.MOST) {
                    endUntaken(waiting, PushResult.FAILED, WayEnded.How.FAILED);
                } else if (!waiting.unanswered()) {
                    hasNotGoneOut(waiting);
                }
                return false;
            }
            case UNKNOWN -> {
                if (waiting.tries() >= WeChatTries.MOST) {
                    end(waiting, PushResult.FAILED, WayEnded.How.UNCERTAIN);
                }
                return false;
            }
            case UNCERTAIN -> end(waiting, PushResult.FAILED, WayEnded.How.UNCERTAIN);
        }
        return true;
    }

    /** Not by this try; by an earlier one that nobody answered it may be there all the same. */
    private void endUntaken(Waiting waiting, @Nullable PushResult result, WayEnded.How how) {
        if (waiting.unanswered()) {
            end(waiting, PushResult.FAILED, WayEnded.How.UNCERTAIN);
        } else {
            end(waiting, result, how);
        }
    }

    /** Unless another copy asks WeChat for it by now. */
    private void hasNotGoneOut(Waiting waiting) {
        jdbc.sql("update waiting_wechat_notice set unanswered_since = null where message_id = ? and tries = ?")
                .params(waiting.note().id(), waiting.tries())
                .update();
    }

    /** A slow answer can come when another copy has brought it. */
    private void end(Waiting waiting, @Nullable PushResult result, WayEnded.How how) {
        Note note = waiting.note();
        transaction.executeWithoutResult(status -> {
            boolean mine = jdbc.sql("delete from waiting_wechat_notice where message_id = ?")
                            .param(note.id())
                            .update()
                    == 1;
            if (mine && result != null) {
                pushes.sent(
                        waiting.push(),
                        note.accountId(),
                        waiting.way(),
                        result,
                        waiting.kind(),
                        note.title(),
                        clock.instant());
            }
            if (mine) {
                events.publishEvent(new WayEnded(note.id(), waiting.way(), how));
            }
        });
    }
}
