package cn.zhengqi.message.wechat;

import cn.zhengqi.auth.api.wechat.InternalWeChat;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Note;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.push.PushChannel;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks auth-service to bring something to somebody's WeChat. Each attempt is on record before it is made, and then with what was answered (MSG-04); where there is nobody WeChat was not asked, and there was none. */
@Component
public class WeChatTries {

    /** From the first try without an answer; WeChat knows an id again for ten minutes, of which the last is left for what is slow on the way. */
    public static final Duration KNOWN_AGAIN = Duration.ofMinutes(9);

    /** All within five minutes, so that the last is made while WeChat knows the id again. */
    public static final int MOST = 6;

    private static final Logger log = LoggerFactory.getLogger(WeChatTries.class);

    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_WORDS = 300;

    private final JdbcClient jdbc;
    private final InternalWeChat weChat;
    private final Clock clock;

    public WeChatTries(JdbcClient jdbc, InternalWeChat weChat, Clock clock) {
        this.jdbc = jdbc;
        this.weChat = weChat;
        this.clock = clock;
    }

    /** What is known after a try. */
    public enum Answer {
        /** WeChat has it. */
        ACCEPTED,
        /** WeChat does not take it, nor will. */
        REFUSED,
        /** Nobody to send it to. */
        NOBODY,
        /** It has not gone out, and can be tried again. */
        LATER,
        /** It may have gone out; asked again within {@link #KNOWN_AGAIN} it goes once. */
        UNKNOWN,
        /** It may have gone out, and nobody will ever know. */
        UNCERTAIN
    }

    private record Answered(
            Answer answer, @Nullable String code, @Nullable String words) {}

    /**
     * @param push entry in the log of pushes under which the attempt is on record
     * @param number of the attempt, from 1
     * @param way WECHAT: as a template message; SUBSCRIPTION: as one to which its receiver has agreed
     */
    public Answer make(UUID push, int number, PushChannel way, Note note) {
        UUID id = Ids.next();
        Instant began = clock.instant();
        jdbc.sql("""
                        insert into wechat_attempt (id, push_id, account_id, way, number, state, sent_at)
                        values (?, ?, ?, ?, ?, 'HANDED_OVER', ?)""")
                .params(id, push, note.accountId(), way.name(), number, BusinessTime.at(began))
                .update();
        Answered answered = ask(way, note, number);
        WeChatAttemptState state = WeChatAttemptState.of(answered.answer());
        if (state == null) {
            jdbc.sql("delete from wechat_attempt where id = ?").param(id).update();
        } else {
            jdbc.sql("update wechat_attempt set state = ?, code = ?, words = ?, took_ms = ? where id = ?")
                    .params(Arrays.asList(
                            state.name(),
                            cut(answered.code(), LONGEST_CODE),
                            cut(answered.words(), LONGEST_WORDS),
                            Math.max(0, Duration.between(began, clock.instant()).toMillis()),
                            id))
                    .update();
        }
        return answered.answer();
    }

    private Answered ask(PushChannel way, Note note, int number) {
        InternalWeChat.Sent sent;
        try {
            sent = way == PushChannel.SUBSCRIPTION ? weChat.sendOnce(note) : weChat.send(note);
        } catch (RuntimeException failure) {
            log.warn("{} is not at WeChat yet, try {}: {}", note.id(), number, failure.toString());
            return neverLeft(failure)
                    ? new Answered(Answer.LATER, null, "未能提交微信")
                    : new Answered(Answer.UNKNOWN, null, "未收到答复，结果不明");
        }
        return switch (sent.outcome()) {
            case ACCEPTED -> new Answered(Answer.ACCEPTED, sent.code(), sent.words());
            case REFUSED -> new Answered(Answer.REFUSED, sent.code(), or(sent, "微信拒绝"));
            case NOBODY -> new Answered(Answer.NOBODY, sent.code(), or(sent, "没有可用的微信"));
            case LATER -> new Answered(Answer.LATER, sent.code(), or(sent, sent.code() == null ? "微信未连通" : "微信暂不受理"));
            // Of a subscription message, for which WeChat knows no id, auth-service says so once and for all.
            case UNCERTAIN ->
                new Answered(
                        way == PushChannel.SUBSCRIPTION ? Answer.UNCERTAIN : Answer.UNKNOWN,
                        sent.code(),
                        or(sent, "微信未答复，结果不明"));
        };
    }

    private static String or(InternalWeChat.Sent sent, String ours) {
        String words = sent.words();
        return words == null || words.isBlank() ? ours : words;
    }

    /** An error for an answer says that nothing has gone out; and without a connection nothing was asked. */
    private static boolean neverLeft(RuntimeException failure) {
        if (failure instanceof ProblemException && failure.getCause() == null) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
