package cn.zhengqi.auth.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.WeChatServer;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Note;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Outcome;
import cn.zhengqi.auth.wechat.OfficialAccount.Depth;
import cn.zhengqi.auth.wechat.simulator.SimulatedCallback;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.web.CurrentUser;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import me.chanjar.weixin.common.util.crypto.SHA1;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Subscription messages, from somebody's agreement at WeChat to the message, against the simulator of WeChat. */
class WeChatSubscriptionsTest extends AuthServiceTest {

    private static final AtomicLong PHONES = new AtomicLong(13570000000L);

    private static final SimulatedCallback CALLBACK =
            new SimulatedCallback(WeChatServer.TOKEN, WeChatServer.AES_KEY, WeChatServer.APP_ID);

    @Autowired
    private WeChatSubscriptions subscriptions;

    @Autowired
    private WeChatBindings bindings;

    @Autowired
    private OfficialAccount official;

    @Autowired
    private ServiceClient client;

    @Autowired
    private JdbcClient jdbc;

    private final String phone = Long.toString(PHONES.incrementAndGet());
    private final String nickname = "订阅者" + phone;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private Account account;

    @BeforeEach
    void somebodyHasBoundWeChat() {
        account = opened(UserType.ENTERPRISE, phone, "Gut-gewaehlt7", false);
        bindings.bind(account, official.userBy(WECHAT.account().authorize(nickname, "snsapi_base"), Depth.SILENT));
        WECHAT.account().tells(event -> {
            told.add(event);
            tell(event).expectStatus().isOk().expectBody(String.class).isEqualTo("success");
        });
    }

    @AfterEach
    void nobodyListens() {
        WECHAT.account().tells(event -> {});
    }

    private RestTestClient.ResponseSpec tell(String event) {
        SimulatedCallback.Pushed pushed = CALLBACK.sealed(event);
        return post(pushed.query(), pushed.body());
    }

    private RestTestClient.ResponseSpec post(String query, String body) {
        return client.anonymous()
                .post()
                .uri(URI.create("/api/auth/wechat/events?" + query))
                .contentType(MediaType.TEXT_XML)
                .body(body)
                .exchange();
    }

    private void agrees() {
        WECHAT.account().answer(nickname, WeChatServer.SUBSCRIPTION, true);
    }

    private int remaining() {
        return subscriptions.remaining(account.id(), WeChatServer.SUBSCRIPTION);
    }

    private Note note() {
        return new Note(Ids.next(), account.id(), "融资申请已受理", "/my/applications/1", Instant.now());
    }

    private long received() {
        String openid = bindings.openidOf(account.id()).orElseThrow();
        return WECHAT.account().messages().stream()
                .filter(sent -> sent.openid().equals(openid))
                .count();
    }

    @Test
    void one_agreement_is_one_message_and_the_page_is_told_how_many_are_left() {
        assertThat(subscriptions.send(note()).outcome())
                .as("nobody has agreed yet")
                .isEqualTo(Outcome.NOBODY);
        agrees();
        own().jsonPath("$.templateId")
                .isEqualTo(WeChatServer.SUBSCRIPTION)
                .jsonPath("$.remaining")
                .isEqualTo(1);

        assertThat(subscriptions.send(note()).outcome()).isEqualTo(Outcome.ACCEPTED);

        own().jsonPath("$.remaining").isEqualTo(0);
        assertThat(subscriptions.send(note()).outcome()).isEqualTo(Outcome.NOBODY);
        assertThat(received()).isEqualTo(1);
    }

    private RestTestClient.BodyContentSpec own() {
        return client.as(new CurrentUser(
                        account.id(),
                        account.displayName(),
                        account.userType(),
                        null,
                        null,
                        null,
                        null,
                        Set.of(),
                        Set.of()))
                .get()
                .uri("/api/auth/wechat/subscription")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void the_same_message_asked_for_again_uses_no_second_agreement_and_goes_once() {
        agrees();
        WECHAT.account().answer(nickname, WeChatServer.SUBSCRIPTION, true);
        jdbc.sql("update wechat_subscription set remaining = 2").update();
        Note note = note();
        assertThat(subscriptions.send(note).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(subscriptions.send(note).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(received()).isEqualTo(1);
        assertThat(remaining()).isEqualTo(1);
    }

    @Test
    void many_copies_that_send_at_once_use_each_agreement_once() throws Exception {
        agrees();
        List<Callable<Outcome>> asked =
                Collections.nCopies(8, () -> subscriptions.send(note()).outcome());
        List<Outcome> outcomes = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : pool.invokeAll(asked)) {
                outcomes.add(sent.get());
            }
        }
        assertThat(outcomes).containsOnlyOnce(Outcome.ACCEPTED).contains(Outcome.NOBODY);
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void what_was_handed_over_without_an_answer_on_record_is_not_sent_again() {
        agrees();
        Note note = note();
        assertThat(subscriptions.send(note).outcome()).isEqualTo(Outcome.ACCEPTED);
        jdbc.sql("update wechat_subscription_use set accepted_at = null where note_id = ?")
                .param(note.id())
                .update();
        assertThat(subscriptions.send(note).outcome()).isEqualTo(Outcome.UNCERTAIN);
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void an_event_that_wechat_tells_again_counts_once() {
        agrees();
        tell(told.getFirst()).expectStatus().isOk();
        assertThat(remaining()).isEqualTo(1);
    }

    @Test
    void who_refuses_in_wechat_s_settings_has_agreed_to_nothing_any_more_and_who_closes_the_question_keeps_what_was() {
        agrees();
        WECHAT.account().answer(nickname, WeChatServer.SUBSCRIPTION, false);
        assertThat(remaining()).isEqualTo(1);
        WECHAT.account().refuse(nickname, WeChatServer.SUBSCRIPTION);
        assertThat(remaining()).isZero();
    }

    @Test
    void where_wechat_knows_of_no_agreement_it_is_refused_and_none_is_left() {
        agrees();
        jdbc.sql("update wechat_subscription set remaining = 5").update();
        assertThat(subscriptions.send(note()).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(subscriptions.send(note()).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(remaining()).isZero();
    }

    @Test
    void what_wechat_has_not_signed_is_not_heard_and_the_address_answers_wechat_alone() {
        SimulatedCallback.Pushed pushed =
                new SimulatedCallback("another-token", WeChatServer.AES_KEY, WeChatServer.APP_ID).sealed("<xml></xml>");
        post(pushed.query(), pushed.body()).expectStatus().isNotFound();
        post("msg_signature=a&timestamp=1&nonce=n", "<xml>plain</xml>")
                .expectStatus()
                .isNotFound();
        String signature = SHA1.gen(WeChatServer.TOKEN, "1", "n");
        greet(signature).expectStatus().isOk().expectBody(String.class).isEqualTo("4711");
        greet("made-up").expectStatus().isNotFound();
    }

    private RestTestClient.ResponseSpec greet(String signature) {
        return client.anonymous()
                .get()
                .uri("/api/auth/wechat/events?signature={s}&timestamp=1&nonce=n&echostr=4711", signature)
                .exchange();
    }

    @Test
    void of_whoever_unbinds_nothing_is_kept_and_of_whoever_has_bound_none_nothing_is_heard() {
        agrees();
        bindings.forget(account);
        assertThat(remaining()).isZero();
        assertThat(subscriptions.send(note()).outcome()).isEqualTo(Outcome.NOBODY);
        agrees();
        bindings.bind(account, official.userBy(WECHAT.account().authorize(nickname, "snsapi_base"), Depth.SILENT));
        assertThat(remaining()).isZero();
    }

    @Test
    void settings_with_half_a_callback_are_refused_and_its_key_stands_in_no_log() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new WeChatProperties(
                        "a",
                        "s",
                        "http://x",
                        "http://x",
                        null,
                        null,
                        null,
                        new WeChatProperties.Callback("token", ""),
                        URI.create("http://x")));
        assertThat(new WeChatProperties.Callback("very-secret", WeChatServer.AES_KEY).toString())
                .doesNotContain("very-secret", WeChatServer.AES_KEY);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new WeChatEventReader(new WeChatProperties(
                                "a", "s", "http://x", "http://x", null, null, null, null, URI.create("http://x")))
                        .requireGreeting("s", "1", "n"));
    }
}
