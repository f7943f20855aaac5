package cn.zhengqi.message.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.UserService;
import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.message.ways.Terms;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@MessageServiceTest
class WeChatNoticesTest {

    private static final Terms TERMS = new Terms("loan.accepted", false, false, true);

    private final UUID account = Ids.next();

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    private void tell(MessageKind kind) {
        tell(kind, "融资申请已受理");
    }

    private void tell(MessageKind kind, @Nullable String weChat) {
        messages.tell(
                Set.of(account),
                Ids.next(),
                new Notice(kind, "银行已受理融资申请", "正文不出平台", "/my/applications/1", weChat, null, null, TERMS),
                Instant.now());
    }

    private void tellOnce(@Nullable String weChat) {
        messages.tell(
                Set.of(account),
                Ids.next(),
                new Notice(
                        MessageKind.FINANCE, "银行已受理融资申请", "正文不出平台", "/my/applications/1", weChat, "申请已受理", null, TERMS),
                Instant.now());
    }

    private List<String> pushed() {
        return jdbc.sql("select channel || ' ' || result from push_log where account_id = ? order by seq")
                .param(account)
                .query(String.class)
                .list();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from waiting_wechat_notice where account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** Instead of the pause before the next try. */
    private void itIsTimeAgain() {
        jdbc.sql("update waiting_wechat_notice set next_try_at = now() where account_id = ?")
                .param(account)
                .update();
    }

    @Test
    void a_message_with_words_for_wechat_goes_there_with_these_alone_and_is_on_record() {
        UserService.weChatAnswers(account, "ACCEPTED");
        tell(MessageKind.FINANCE);

        await().untilAsserted(() -> assertThat(pushed()).containsExactly("IN_SITE DELIVERED", "WECHAT ACCEPTED"));
        assertThat(waiting()).isZero();
        assertThat(UserService.notesTo(account))
                .singleElement()
                .asString()
                .contains("融资申请已受理", "/my/applications/1")
                .doesNotContain("正文不出平台", "银行已受理融资申请");
        client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri("/api/message/push-log?channel=WECHAT&accountId=" + account)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
    }

    @Test
    void a_message_without_words_for_wechat_does_not() {
        UserService.weChatAnswers(account, "ACCEPTED");
        tell(MessageKind.FINANCE, null);
        assertThat(waiting()).as("written with the message, or never").isZero();
        assertThat(pushed()).containsExactly("IN_SITE DELIVERED");
    }

    @Test
    void whoever_has_bound_no_wechat_has_the_message_and_nothing_else_is_on_record() {
        tell(MessageKind.FINANCE);
        await().until(() -> waiting() == 0);
        assertThat(pushed()).containsExactly("IN_SITE DELIVERED");
    }

    @Test
    void for_all_messages_to_whoever_has_bound_no_wechat_no_note_is_asked_for() {
        tell(MessageKind.FINANCE);
        tell(MessageKind.FINANCE);
        await().until(() -> waiting() == 0);
        assertThat(UserService.questionsWhetherBound(account)).isPositive();
        assertThat(UserService.notesTo(account)).isEmpty();
    }

    @Test
    void while_nobody_says_who_has_bound_wechat_each_note_is_asked_for() {
        UserService.weChatAnswers(account, "ACCEPTED");
        try (UserService.Away away = UserService.saysNotWhoIsBound()) {
            tell(MessageKind.FINANCE);
            await().untilAsserted(() -> assertThat(pushed()).contains("WECHAT ACCEPTED"));
        }
    }

    @Test
    void what_wechat_refuses_is_on_record_as_failed_and_is_not_tried_again() {
        UserService.weChatAnswers(account, "REFUSED");
        tell(MessageKind.FINANCE);
        await().untilAsserted(() -> assertThat(pushed()).containsExactly("IN_SITE DELIVERED", "WECHAT FAILED"));
        assertThat(waiting()).isZero();
        assertThat(undelivered()).as("can be sent again").containsExactly("FAILED {WECHAT}");
    }

    @Test
    void what_was_refused_is_sent_again_by_an_operator_and_what_has_arrived_is_not() {
        UserService.weChatAnswers(account, "REFUSED", "ACCEPTED");
        tell(MessageKind.FINANCE);
        await().untilAsserted(() -> assertThat(undelivered()).hasSize(1));
        UUID message = jdbc.sql("select message_id from outer_notice where account_id = ?")
                .param(account)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();

        resend(message).jsonPath("$.resent").isEqualTo(1);
        await().untilAsserted(() ->
                assertThat(pushed()).containsExactly("IN_SITE DELIVERED", "WECHAT FAILED", "WECHAT ACCEPTED"));
        assertThat(undelivered()).isEmpty();

        resend(message).jsonPath("$.resent").isEqualTo(0).jsonPath("$.notThere").isEqualTo(1);
        assertThat(UserService.notesTo(account)).hasSize(2);
    }

    private RestTestClient.BodyContentSpec resend(UUID message) {
        return client.as(TestUsers.operator("message.undelivered.resend"))
                .post()
                .uri("/api/message/undelivered/resend")
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("ids", List.of(message)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private List<String> undelivered() {
        return jdbc.sql(
                        "select state || ' ' || failed::text from outer_notice where account_id = ? and ended_at is not null")
                .param(account)
                .query(String.class)
                .list();
    }

    @Test
    void while_wechat_is_away_it_waits_and_goes_once_under_the_same_id() {
        UserService.weChatAnswers(account, "503", "503", "ACCEPTED");
        tell(MessageKind.FINANCE);
        await().until(() -> UserService.notesTo(account).size() == 1);
        assertThat(waiting()).isEqualTo(1);
        await().until(() -> {
            itIsTimeAgain();
            return pushed().contains("WECHAT ACCEPTED");
        });
        assertThat(UserService.notesTo(account)).hasSize(3);
        assertThat(Set.copyOf(UserService.notesTo(account)))
                .as("WeChat sends the same id once")
                .hasSize(1);
    }

    @Test
    void what_does_not_go_out_in_all_tries_is_given_up_and_on_record() {
        UserService.weChatAnswers(account, "503");
        tell(MessageKind.FINANCE);
        await().until(() -> UserService.notesTo(account).size() == 1);
        jdbc.sql("update waiting_wechat_notice set tries = ? where account_id = ?")
                .params(WeChatTries.MOST - 1, account)
                .update();
        itIsTimeAgain();
        await().untilAsserted(() -> assertThat(pushed()).containsExactly("IN_SITE DELIVERED", "WECHAT FAILED"));
        assertThat(waiting()).isZero();
    }

    @Test
    void
            what_wechat_may_have_is_asked_for_under_the_same_id_and_in_the_end_nobody_knows_and_it_goes_by_no_further_way() {
        UserService.weChatAnswers(account, "UNCERTAIN");
        UserService.subscriptionAnswers(account, "ACCEPTED");
        tellOnce("融资申请已受理");
        await().until(() -> {
            itIsTimeAgain();
            return !undelivered().isEmpty();
        });
        assertThat(undelivered()).containsExactly("UNCERTAIN {WECHAT}");
        assertThat(UserService.notesTo(account)).hasSize(WeChatTries.MOST);
        assertThat(Set.copyOf(UserService.notesTo(account))).hasSize(1);
        assertThat(UserService.subscriptionNotesTo(account))
                .as("who may have been told")
                .isEmpty();
        assertThat(pushed()).containsExactly("IN_SITE DELIVERED", "WECHAT FAILED");
        assertThat(attempts()).hasSize(WeChatTries.MOST).containsOnly("UNKNOWN 微信未答复，结果不明");
    }

    @Test
    void what_wechat_may_have_and_would_not_know_again_is_not_asked_for_again() {
        UserService.weChatAnswers(account, "UNCERTAIN", "ACCEPTED");
        tell(MessageKind.FINANCE);
        await().until(() -> attempts().contains("UNKNOWN 微信未答复，结果不明"));
        jdbc.sql(
                        "update waiting_wechat_notice set unanswered_since = now() - interval '9 minutes' where account_id = ?")
                .param(account)
                .update();
        itIsTimeAgain();
        await().untilAsserted(() -> assertThat(undelivered()).containsExactly("UNCERTAIN {WECHAT}"));
        assertThat(UserService.notesTo(account)).hasSize(1);
    }

    @Test
    void what_wechat_may_have_and_refuses_when_it_is_asked_again_may_be_there_all_the_same() {
        UserService.weChatAnswers(account, "UNCERTAIN", "REFUSED 43004");
        tell(MessageKind.FINANCE);
        await().until(() -> {
            itIsTimeAgain();
            return !undelivered().isEmpty();
        });
        assertThat(undelivered()).containsExactly("UNCERTAIN {WECHAT}");
    }

    @Test
    void what_has_not_gone_out_for_long_goes_all_the_same_once_wechat_takes_it() {
        UserService.weChatAnswers(account, "LATER 45009", "ACCEPTED");
        tell(MessageKind.FINANCE);
        await().until(() -> !attempts().isEmpty() && answered());
        assertThat(jdbc.sql("select unanswered_since is null from waiting_wechat_notice where account_id = ?")
                        .param(account)
                        .query(Boolean.class)
                        .single())
                .as("WeChat said that it has it not")
                .isTrue();
        itIsTimeAgain();
        await().untilAsserted(() -> assertThat(pushed()).contains("WECHAT ACCEPTED"));
    }

    /** And what follows from it is stored. */
    private boolean answered() {
        return jdbc.sql("select count(*) from waiting_wechat_notice where account_id = ? and unanswered_since is null")
                        .param(account)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Test
    void every_attempt_is_on_record_with_the_answer_of_wechat_and_the_last_stands_beside_the_push() {
        UserService.weChatAnswers(account, "503", "REFUSED 43004");
        tell(MessageKind.FINANCE);
        await().until(() -> {
            itIsTimeAgain();
            return pushed().contains("WECHAT FAILED");
        });
        assertThat(attempts()).containsExactly("LATER 未能提交微信", "REFUSED 需要接收者关注 43004");
        client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri("/api/message/push-log?channel=WECHAT&accountId=" + account)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].answer")
                .isEqualTo("需要接收者关注 43004");
        CurrentUser auditor = TestUsers.operator("message.push-log.read");
        client.as(auditor)
                .get()
                .uri("/api/message/wechat-attempts?way=WECHAT&sort=sentAt,asc&accountId=" + account)
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.items[0].state")
                .isEqualTo("LATER")
                .jsonPath("$.items[1].number")
                .isEqualTo(2)
                .jsonPath("$.items[1].title")
                .isEqualTo("融资申请已受理");
        assertThat(ExportedFile.of(
                                client.as(auditor),
                                "/api/message/wechat-attempts/export?state=REFUSED&accountId=" + account)
                        .column("微信答复"))
                .containsExactly("需要接收者关注 43004");
        UUID attempt = jdbc.sql("select id from wechat_attempt where account_id = ? limit 1")
                .param(account)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
        assertThatThrownBy(() -> jdbc.sql("update wechat_attempt set state = 'ACCEPTED' where id = ?")
                        .param(attempt)
                        .update())
                .rootCause()
                .hasMessageContaining("says once what became of it");
    }

    private List<String> attempts() {
        return jdbc.sql(
                        "select concat_ws(' ', state, words, code) from wechat_attempt where account_id = ? and state != 'HANDED_OVER' order by number")
                .param(account)
                .query(String.class)
                .list();
    }

    @Test
    void where_no_template_message_goes_a_subscription_message_does_and_where_one_went_none() {
        UserService.weChatAnswers(account, "REFUSED");
        UserService.subscriptionAnswers(account, "ACCEPTED");
        tellOnce("融资申请已受理");
        await().untilAsserted(() ->
                assertThat(pushed()).containsExactly("IN_SITE DELIVERED", "WECHAT FAILED", "SUBSCRIPTION ACCEPTED"));
        assertThat(UserService.subscriptionNotesTo(account))
                .singleElement()
                .asString()
                .contains("申请已受理", "/my/applications/1")
                .doesNotContain("正文不出平台");
        assertThat(undelivered()).as("it has arrived").isEmpty();
    }

    @Test
    void a_template_message_that_went_uses_no_agreement() {
        UserService.weChatAnswers(account, "ACCEPTED");
        UserService.subscriptionAnswers(account, "ACCEPTED");
        tellOnce("融资申请已受理");
        await().untilAsserted(() -> assertThat(pushed()).contains("WECHAT ACCEPTED"));
        assertThat(waiting()).isZero();
        assertThat(UserService.subscriptionNotesTo(account)).isEmpty();
    }

    @Test
    void a_subscription_message_that_may_have_gone_out_is_tried_by_no_other_way_and_not_again() {
        UserService.subscriptionAnswers(account, "UNCERTAIN");
        tellOnce(null);
        await().untilAsserted(() -> assertThat(undelivered()).containsExactly("UNCERTAIN {SUBSCRIPTION}"));
        assertThat(UserService.subscriptionNotesTo(account)).hasSize(1);
    }

    @Test
    void who_has_agreed_to_no_message_has_it_in_the_inbox_and_nothing_else_is_on_record() {
        UserService.subscriptionAnswers(account, "NOBODY");
        tellOnce(null);
        await().until(() -> !UserService.subscriptionNotesTo(account).isEmpty() && waiting() == 0);
        assertThat(pushed()).containsExactly("IN_SITE DELIVERED");
        assertThat(undelivered()).isEmpty();
        assertThat(jdbc.sql("select count(*) from wechat_attempt where account_id = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .as("WeChat was not asked")
                .isZero();
    }

    @Test
    void what_a_copy_of_before_wrote_of_attempts_at_nobody_is_not_shown() {
        jdbc.sql("""
                        insert into wechat_attempt (id, push_id, account_id, way, number, state, took_ms, sent_at)
                        values (?, ?, ?, 'WECHAT', 1, 'NOBODY', 7, now())""").params(Ids.next(), Ids.next(), account).update();
        client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri("/api/message/wechat-attempts?accountId=" + account)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
    }
}
