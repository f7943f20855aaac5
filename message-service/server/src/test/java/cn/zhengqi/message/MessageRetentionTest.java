package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.testing.RetentionTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class MessageRetentionTest extends RetentionTest {

    @Autowired
    JdbcClient jdbc;

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of(
                "message.push-log",
                List.of(
                        new Kept(this::push, this::isThere),
                        new Kept(this::attempt, this::isAttempt),
                        new Kept(this::weChatAttempt, this::isWeChatAttempt)),
                "message.undelivered",
                List.of(
                        new Kept(this::undelivered, this::isUndelivered),
                        new Kept(this::givenUpAtADesk, id -> isThere("waiting_notice", "id", id)),
                        new Kept(this::givenUpOfARole, id -> isThere("waiting_further_notice", "id", id)),
                        new Kept(this::givenUpOfATextMessage, id -> isThere("waiting_text_notice", "message_id", id))));
    }

    @Test
    void no_push_of_the_last_six_months_is_taken_away_by_anybody() {
        UUID push = push(OffsetDateTime.now().minusMonths(5));

        assertThatThrownBy(() -> jdbc.sql("delete from push_log where message_id = ?")
                        .param(push)
                        .update())
                .rootCause()
                .hasMessageContaining("keeps its entries for six months");
    }

    private UUID push(OffsetDateTime at) {
        UUID message = Ids.next();
        jdbc.sql("""
                        insert into push_log (message_id, account_id, kind, channel, result, title, sent_at)
                        values (?, ?, 'CODE', 'IN_SITE', 'DELIVERED', '领码申请已受理', ?)""").params(message, Ids.next(), at).update();
        return message;
    }

    private UUID undelivered(OffsetDateTime at) {
        UUID message = Ids.next();
        jdbc.sql("""
                        insert into outer_notice (message_id, account_id, code, kind, we_chat, happened_at, fixed, urgent, state, ways, failed, ended_at)
                        values (?, ?, 'loan.accepted', 'FINANCE', '银行已受理', ?, false, false, 'FAILED', '{}', '{WECHAT}', ?)""").params(message, Ids.next(), at, at).update();
        return message;
    }

    private boolean isUndelivered(UUID message) {
        return jdbc.sql("select exists (select from outer_notice where message_id = ?)")
                .param(message)
                .query(Boolean.class)
                .single();
    }

    private UUID givenUpAtADesk(OffsetDateTime at) {
        return jdbc.sql("""
                        insert into waiting_notice (event_id, permission, kind, title, body, happened_at, next_try_at, ended_at)
                        values (?, 'code.claim.review', 'CODE', '新的领码申请', '正文', ?, 'infinity', ?) returning id""")
                .params(Ids.next(), at, at)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    private UUID givenUpOfARole(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into waiting_further_notice (id, event_id, code, role, kind, title, body, happened_at, next_try_at, ended_at)
                        values (?, ?, 'claim.submitted', 'CODE_REVIEWER', 'CODE', '新的领码申请', '正文', ?, 'infinity', ?)""").params(id, Ids.next(), at, at).update();
        return id;
    }

    private UUID givenUpOfATextMessage(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into waiting_text_notice (message_id, account_id, purpose, kind, text, title, next_try_at, ended_at)
                        values (?, ?, 'ADMISSION_APPROVED', 'SYSTEM', '示例商会', '入驻审核结果', 'infinity', ?)""").params(id, Ids.next(), at).update();
        return id;
    }

    private boolean isThere(String table, String key, UUID id) {
        return jdbc.sql("select exists (select from " + table + " where " + key + " = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private UUID attempt(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into sms_attempt (id, purpose, number, provider, state, parts, sent_at)
                        values (?, 'SIGN_IN', 1, 'ALIYUN', 'ACCEPTED', 1, ?)""").params(id, at).update();
        return id;
    }

    private boolean isAttempt(UUID id) {
        return jdbc.sql("select exists (select from sms_attempt where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private UUID weChatAttempt(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into wechat_attempt (id, push_id, account_id, way, number, state, took_ms, sent_at)
                        values (?, ?, ?, 'WECHAT', 1, 'ACCEPTED', 20, ?)""").params(id, Ids.next(), Ids.next(), at).update();
        return id;
    }

    private boolean isWeChatAttempt(UUID id) {
        return jdbc.sql("select exists (select from wechat_attempt where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private boolean isThere(UUID message) {
        return jdbc.sql("select exists (select from push_log where message_id = ?)")
                .param(message)
                .query(Boolean.class)
                .single();
    }
}
