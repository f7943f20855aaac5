package cn.zhengqi.auth.wechat;

import cn.zhengqi.auth.api.wechat.InternalWeChat.Note;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Outcome;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Sent;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.kernel.BusinessTime;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * To how many subscription messages (订阅消息) each WeChat user has agreed. One agreement is one message: it is used up, in the database, before WeChat is asked, so that no two copies use the
 * same; what WeChat says it did not send is given back. Of whoever unbinds nothing is kept (ADR 0062).
 */
@Component
class WeChatSubscriptions {

    /** A note is asked for again within minutes, and an event is told again by WeChat within seconds. */
    static final Duration REMEMBERED = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final OfficialAccount weChat;
    private final WeChatBindings bindings;
    private final ProtectedColumn openids;
    private final Clock clock;

    WeChatSubscriptions(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            OfficialAccount weChat,
            WeChatBindings bindings,
            DataProtection protection,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.weChat = weChat;
        this.bindings = bindings;
        this.openids = protection.column("wechat_binding", "openid");
        this.clock = clock;
    }

    /** How many messages were agreed to and not sent yet. */
    int remaining(UUID account, String template) {
        return jdbc.sql("""
                        select s.remaining from wechat_subscription s join wechat_binding b using (openid_index)
                        where b.account_id = ? and s.template_id = ?""")
                .params(account, template)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** What WeChat tells, of somebody who has bound it; each once, however often it is told. */
    void heard(WeChatEvent event) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from wechat_subscription_event where at <= ?")
                    .param(BusinessTime.at(clock.instant().minus(REMEMBERED)))
                    .update();
            byte[] index = openids.index(event.openid());
            boolean news = jdbc.sql("""
                            insert into wechat_subscription_event (openid_index, at, kind, template_id)
                            select openid_index, ?, ?, ? from wechat_binding where openid_index = ?
                            on conflict do nothing""")
                            .params(BusinessTime.at(event.at()), event.kind().name(), event.template(), index)
                            .update()
                    == 1;
            if (!news) {
                return;
            }
            switch (event.kind()) {
                case AGREED ->
                    jdbc.sql("""
                                    insert into wechat_subscription as s (openid_index, template_id, remaining, changed_at) values (?, ?, 1, ?)
                                    on conflict (openid_index, template_id)
                                    do update set remaining = least(s.remaining + 1, 1000), changed_at = excluded.changed_at""").params(index, event.template(), now()).update();
                case DECLINED -> none(index, event.template());
            }
        });
    }

    private void none(byte[] index, String template) {
        jdbc.sql(
                        "update wechat_subscription set remaining = 0, changed_at = ? where openid_index = ? and template_id = ?")
                .params(now(), index, template)
                .update();
    }

    /** Sends it if its receiver has agreed to one more. */
    Sent send(Note note) {
        String template = weChat.subscriptionTemplate().orElse(null);
        String openid = bindings.openidOf(note.accountId()).orElse(null);
        if (template == null || openid == null) {
            return Sent.of(Outcome.NOBODY);
        }
        byte[] index = openids.index(openid);
        Outcome already = transaction.execute(status -> use(note, index, template));
        if (already != null) {
            return Sent.of(already);
        }
        OfficialAccount.Answer answer = weChat.notifyOnce(openid, note);
        transaction.executeWithoutResult(status -> settle(note, index, template, answer.how()));
        return answer.sent();
    }

    /** @return null: an agreement was used up for it, and WeChat is to be asked */
    private @Nullable Outcome use(Note note, byte[] index, String template) {
        jdbc.sql("delete from wechat_subscription_use where used_at <= ?")
                .param(BusinessTime.at(clock.instant().minus(REMEMBERED)))
                .update();
        boolean first = jdbc.sql("""
                        insert into wechat_subscription_use (note_id, openid_index, template_id, used_at)
                        select ?, openid_index, ?, ? from wechat_binding where openid_index = ? on conflict do nothing""").params(note.id(), template, now(), index).update() == 1;
        if (!first) {
            // Whoever asked WeChat for it before has not come back with its answer, or was taken.
            Optional<Boolean> accepted = jdbc.sql(
                            "select accepted_at is not null from wechat_subscription_use where note_id = ?")
                    .param(note.id())
                    .query(Boolean.class)
                    .optional();
            return accepted.map(it -> it ? Outcome.ACCEPTED : Outcome.UNCERTAIN).orElse(Outcome.NOBODY);
        }
        boolean agreed = jdbc.sql("""
                        update wechat_subscription set remaining = remaining - 1, changed_at = ?
                        where openid_index = ? and template_id = ? and remaining > 0""").params(now(), index, template).update() == 1;
        if (!agreed) {
            forget(note);
            return Outcome.NOBODY;
        }
        return null;
    }

    private void settle(Note note, byte[] index, String template, OfficialAccount.Answer.How answer) {
        switch (answer) {
            case ACCEPTED ->
                jdbc.sql("update wechat_subscription_use set accepted_at = ? where note_id = ?")
                        .params(now(), note.id())
                        .update();
            case NONE_LEFT -> {
                forget(note);
                none(index, template);
            }
            case NOBODY, REFUSED, LATER -> {
                forget(note);
                jdbc.sql("""
                                update wechat_subscription set remaining = least(remaining + 1, 1000), changed_at = ?
                                where openid_index = ? and template_id = ?""").params(now(), index, template).update();
            }
            case UNCERTAIN -> {
                // It stays used up.
            }
        }
    }

    private void forget(Note note) {
        jdbc.sql("delete from wechat_subscription_use where note_id = ?")
                .param(note.id())
                .update();
    }

    private OffsetDateTime now() {
        return BusinessTime.at(clock.instant());
    }
}
