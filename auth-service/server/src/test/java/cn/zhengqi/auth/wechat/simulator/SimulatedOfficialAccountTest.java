package cn.zhengqi.auth.wechat.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.auth.wechat.simulator.SimulatedOfficialAccount.Refused;
import cn.zhengqi.testing.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator refuses what WeChat refuses, by WeChat's numbers: a test against one that takes anything would prove nothing. */
class SimulatedOfficialAccountTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final MovableClock clock = new MovableClock();
    private final SimulatedOfficialAccount account = new SimulatedOfficialAccount("wx1", "s1", "platform.test", clock);

    private static void refused(int number, ThrowingCallable call) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.number()).isEqualTo(number));
    }

    @Test
    void a_code_works_once_for_five_minutes_and_for_its_own_account() {
        String code = account.authorize("小王", "snsapi_base");
        refused(40013, () -> account.exchange("wx2", "s1", code));
        refused(40125, () -> account.exchange("wx1", "s2", code));
        refused(40029, () -> account.exchange("wx1", "s1", "none"));
        assertThat(account.exchange("wx1", "s1", code).openid()).hasSize(28);
        refused(40163, () -> account.exchange("wx1", "s1", code));

        String old = account.authorize("小王", "snsapi_base");
        clock.forward(SimulatedOfficialAccount.CODE_LIFE);
        refused(42003, () -> account.exchange("wx1", "s1", old));
    }

    @Test
    void the_name_is_told_to_who_asked_for_it_and_of_nobody_else() {
        var named = account.exchange("wx1", "s1", account.authorize("小王", "snsapi_userinfo"));
        assertThat(account.personBy(named.token(), named.openid()).nickname()).isEqualTo("小王");
        refused(40003, () -> account.personBy(named.token(), "oSomebodyElse"));
        refused(40001, () -> account.personBy("made-up", named.openid()));

        var silent = account.exchange("wx1", "s1", account.authorize("小王", "snsapi_base"));
        assertThat(silent.openid()).as("the same person").isEqualTo(named.openid());
        refused(48001, () -> account.personBy(silent.token(), silent.openid()));
        clock.forward(SimulatedOfficialAccount.TOKEN_LIFE);
        refused(42001, () -> account.personBy(named.token(), named.openid()));
    }

    @Test
    void a_browser_goes_back_to_the_domain_that_was_entered_and_nowhere_else() {
        account.checkAuthorization("wx1", "platform.test", "snsapi_base");
        refused(10003, () -> account.checkAuthorization("wx1", "evil.test", "snsapi_base"));
        refused(10013, () -> account.checkAuthorization("wx2", "platform.test", "snsapi_base"));
        refused(10005, () -> account.checkAuthorization("wx1", "platform.test", "snsapi_login"));
    }

    @Test
    void tokens_and_tickets_run_out() {
        String token = account.stableToken("wx1", "s1", false);
        assertThat(account.stableToken("wx1", "s1", false)).isEqualTo(token);
        String ticket = account.ticket(token, "jsapi");
        refused(40097, () -> account.ticket(token, "other"));
        refused(41001, () -> account.ticket("", "jsapi"));
        refused(40125, () -> account.stableToken("wx1", "s2", false));
        String url = "http://platform.test/m/scan";
        String signature = SimulatedOfficialAccount.pageSignature(ticket, "n", "1", url);
        assertThat(account.acceptsPage("wx1", "1", "n", signature, url)).isTrue();

        clock.forward(SimulatedOfficialAccount.TOKEN_LIFE);

        refused(42001, () -> account.ticket(token, "jsapi"));
        assertThat(account.acceptsPage("wx1", "1", "n", signature, url)).isFalse();
        assertThat(account.stableToken("wx1", "s1", false)).isNotEqualTo(token);
    }

    @Test
    void another_token_voids_the_one_of_before() {
        String before = account.token("wx1", "s1");
        account.token("wx1", "s1");
        refused(40001, () -> account.ticket(before, "jsapi"));
    }

    @Test
    void the_signature_is_that_of_wechat_s_example() {
        assertThat(SimulatedOfficialAccount.pageSignature(
                        "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg",
                        "Wm3WZYTPz0wzccnW",
                        "1414587457",
                        "http://mp.weixin.qq.com?params=value"))
                .isEqualTo("0f9de62fce790f9a083d5c99e95740ceb90c27ed");
    }

    @Test
    void a_page_of_another_domain_is_not_configured() {
        String ticket = account.ticket(account.token("wx1", "s1"), "jsapi");
        String url = "http://evil.test/m/scan";
        assertThat(account.acceptsPage(
                        "wx1", "1", "n", SimulatedOfficialAccount.pageSignature(ticket, "n", "1", url), url))
                .isFalse();
    }

    @Test
    void a_template_message_goes_to_a_follower_and_is_kept() {
        String token = account.token("wx1", "s1");
        String openid = account.exchange("wx1", "s1", account.authorize("小王", "snsapi_base"))
                .openid();
        account.send(token, JSON.valueToTree(Map.of("touser", openid, "template_id", "t1", "url", "http://x")));
        assertThat(account.messages()).singleElement().satisfies(sent -> {
            assertThat(sent.openid()).isEqualTo(openid);
            assertThat(sent.template()).isEqualTo("t1");
        });
        refused(40003, () -> account.send(token, JSON.valueToTree(Map.of("touser", "oNobody", "template_id", "t1"))));
        refused(40037, () -> account.send(token, JSON.valueToTree(Map.of("touser", openid))));
        clock.forward(Duration.ofHours(3));
        refused(42001, () -> account.send(token, JSON.valueToTree(Map.of("touser", openid, "template_id", "t1"))));
    }

    @Test
    void one_agreement_is_one_message_whose_fields_hold_what_their_kinds_say() {
        List<String> told = new ArrayList<>();
        account.tells(told::add);
        account.choose(new SubscriptionTemplate("once", Set.of("thing1", "time2")));
        String token = account.stableToken("wx1", "s1", false);
        String openid = account.exchange("wx1", "s1", account.authorize("小王", "snsapi_base"))
                .openid();
        String good = "2026年11月26日 10:03";

        refused(43101, () -> account.sendOnce(token, once(openid, "once", "标题", good)));
        account.answer("小王", "once", false);
        refused(43101, () -> account.sendOnce(token, once(openid, "once", "标题", good)));
        account.answer("小王", "once", true);
        refused(40037, () -> account.sendOnce(token, once(openid, "another", "标题", good)));
        refused(40003, () -> account.sendOnce(token, once("oNobody", "once", "标题", good)));
        refused(47003, () -> account.sendOnce(token, once(openid, "once", "长".repeat(21), good)));
        refused(47003, () -> account.sendOnce(token, once(openid, "once", "标题", "昨天")));
        refused(40001, () -> account.sendOnce("made-up", once(openid, "once", "标题", good)));

        account.sendOnce(token, once(openid, "once", "标题", good));

        assertThat(account.messages().getFirst().template()).isEqualTo("once");
        refused(43101, () -> account.sendOnce(token, once(openid, "once", "标题", good)));
        account.answer("小王", "once", true);
        account.refuse("小王", "once");
        refused(43101, () -> account.sendOnce(token, once(openid, "once", "标题", good)));
        assertThat(told)
                .hasSize(5)
                .allMatch(event -> event.contains(openid))
                .satisfiesExactly(
                        it -> assertThat(it).contains("subscribe_msg_popup_event", "reject"),
                        it -> assertThat(it).contains("subscribe_msg_popup_event", "accept"),
                        it -> assertThat(it).contains("subscribe_msg_sent_event", "success"),
                        it -> assertThat(it).contains("accept"),
                        it -> assertThat(it).contains("subscribe_msg_change_event", "reject"));
    }

    private static JsonNode once(String openid, String template, String title, String time) {
        return JSON.valueToTree(Map.of(
                "touser", openid,
                "template_id", template,
                "data", Map.of("thing1", Map.of("value", title), "time2", Map.of("value", time))));
    }
}
