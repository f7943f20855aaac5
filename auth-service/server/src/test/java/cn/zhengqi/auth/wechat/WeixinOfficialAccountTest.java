package cn.zhengqi.auth.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.WeChatServer;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Note;
import cn.zhengqi.auth.wechat.OfficialAccount.Depth;
import cn.zhengqi.auth.wechat.OfficialAccount.PageSignature;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.testing.TestServers;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import me.chanjar.weixin.common.util.crypto.SHA1;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redisson.api.RedissonClient;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.util.UriComponentsBuilder;

/** The port to WeChat, against the simulator, and against the answers that WeChat's documents show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class WeixinOfficialAccountTest {

    private static final WeChatServer WECHAT = WeChatServer.get();

    private final RedissonClient redis =
            WeChatConfiguration.redisson(TestServers.get().redisUrl());
    private final WireMockServer documented =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final OfficialAccount account = speakingTo(WECHAT.baseUrl(), WeChatServer.SECRET);

    @BeforeEach
    void nothingIsCached() {
        redis.getKeys().deleteByPattern("zq:wechat*");
        documented.start();
        documented.resetAll();
    }

    @AfterEach
    void documentsRest() {
        documented.stop();
    }

    @AfterAll
    void close() {
        redis.shutdown();
    }

    private OfficialAccount speakingTo(String url, String secret) {
        return new WeixinOfficialAccount(settings(url, secret, null), redis);
    }

    private static WeChatProperties settings(String url, String secret, @Nullable String script) {
        return new WeChatProperties(
                WeChatServer.APP_ID,
                secret,
                url,
                url,
                script,
                new WeChatProperties.Notice("template-1", "thing1", "time2"),
                new WeChatProperties.Subscription("once-1", "thing1", "time2"),
                null,
                URI.create("http://" + WeChatServer.DOMAIN));
    }

    private static void refused(AuthProblem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(problem));
    }

    @Test
    void a_browser_is_sent_to_wechat_with_where_it_comes_back_and_its_state() {
        assertThat(account.recognition("/api/auth/back", Depth.SILENT, "st").toString())
                .isEqualTo(WECHAT.baseUrl() + "/connect/oauth2/authorize?appid=wx-of-the-test"
                        + "&redirect_uri=http%3A%2F%2Fplatform.test%2Fapi%2Fauth%2Fback&response_type=code"
                        + "&scope=snsapi_base&state=st&connect_redirect=1#wechat_redirect");
    }

    @Test
    void a_code_says_once_who_came(CapturedOutput output) {
        String code = WECHAT.account().authorize("早起的小王", "snsapi_base");

        WeChatUser user = account.userBy(code, Depth.SILENT);

        assertThat(user.openid()).startsWith("o").hasSize(28);
        assertThat(user.nickname()).isNull();
        refused(AuthProblem.WECHAT_EXPIRED, () -> account.userBy(code, Depth.SILENT));
        assertThat(output)
                .contains("40163")
                .doesNotContain(code)
                .doesNotContain(WeChatServer.SECRET)
                .doesNotContain(user.openid());
    }

    @Test
    void the_name_is_told_where_it_was_asked_for_and_only_there() {
        String named = WECHAT.account().authorize("鱼洞😀张姐", "snsapi_userinfo");
        assertThat(account.userBy(named, Depth.WITH_NAME).nickname()).isEqualTo("鱼洞😀张姐");

        String silent = WECHAT.account().authorize("鱼洞😀张姐", "snsapi_base");
        refused(AuthProblem.WECHAT_UNAVAILABLE, () -> account.userBy(silent, Depth.WITH_NAME));
    }

    @Test
    void a_made_up_code_opens_nothing_and_a_wrong_secret_is_our_own_fault(CapturedOutput output) {
        refused(AuthProblem.WECHAT_EXPIRED, () -> account.userBy("made-up", Depth.SILENT));
        String code = WECHAT.account().authorize("早起的小王", "snsapi_base");
        refused(
                AuthProblem.WECHAT_UNAVAILABLE,
                () -> speakingTo(WECHAT.baseUrl(), "another").userBy(code, Depth.SILENT));
        assertThat(output).contains("40029", "40125");
    }

    @Test
    void what_wechat_documents_is_understood() {
        documented.stubFor(WireMock.get(WireMock.urlPathEqualTo("/sns/oauth2/access_token"))
                .withQueryParam("appid", WireMock.equalTo(WeChatServer.APP_ID))
                .withQueryParam("secret", WireMock.equalTo("s"))
                .withQueryParam("grant_type", WireMock.equalTo("authorization_code"))
                .willReturn(WireMock.okJson("""
                        {"access_token":"ACCESS_TOKEN","expires_in":7200,"refresh_token":"REFRESH_TOKEN","openid":"OPENID",
                         "scope":"SCOPE","is_snapshotuser":1,"unionid":"UNIONID"}""")));
        documented.stubFor(WireMock.get(WireMock.urlPathEqualTo("/sns/userinfo"))
                .withQueryParam("access_token", WireMock.equalTo("ACCESS_TOKEN"))
                .withQueryParam("openid", WireMock.equalTo("OPENID"))
                .willReturn(WireMock.okJson("""
                        {"openid":"OPENID","nickname":"NICKNAME","sex":1,"province":"PROVINCE","city":"CITY","country":"COUNTRY",
                         "headimgurl":"https://thirdwx.qlogo.cn/mmopen/46","privilege":["PRIVILEGE1"],"unionid":"o6_bmasdasdsad6_2sgVt7hMZOPfL"}""")));

        WeChatUser user = speakingTo(documented.baseUrl(), "s").userBy("CODE", Depth.WITH_NAME);

        assertThat(user.openid()).isEqualTo("OPENID");
        assertThat(user.nickname()).isEqualTo("NICKNAME");
        documented.stubFor(WireMock.get(WireMock.urlPathEqualTo("/sns/oauth2/access_token"))
                .willReturn(WireMock.okJson(
                        "{\"errcode\":40029,\"errmsg\":\"invalid code, rid: 60f7d5a1-0b3e4f27-1f0d5a7d\"}")));
        refused(
                AuthProblem.WECHAT_EXPIRED,
                () -> speakingTo(documented.baseUrl(), "s").userBy("CODE", Depth.SILENT));
    }

    @Test
    void while_wechat_does_not_answer_it_is_said_so() {
        String nowhere = documented.baseUrl();
        documented.stop();
        refused(AuthProblem.WECHAT_UNAVAILABLE, () -> speakingTo(nowhere, "s").userBy("CODE", Depth.WITH_NAME));
        refused(AuthProblem.WECHAT_UNAVAILABLE, () -> speakingTo(nowhere, "s").sign(page("/m/scan")));
    }

    @Test
    void a_page_is_signed_as_wechat_s_example_is() {
        assertThat(SHA1.genWithAmple(
                        "jsapi_ticket=sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg",
                        "noncestr=Wm3WZYTPz0wzccnW",
                        "timestamp=1414587457",
                        "url=http://mp.weixin.qq.com?params=value"))
                .isEqualTo("0f9de62fce790f9a083d5c99e95740ceb90c27ed");
    }

    @Test
    void wechat_takes_the_signature_of_a_page_and_of_no_other() {
        PageSignature signature = account.sign(page("/m/scan?from=menu"));

        assertThat(signature.appId()).isEqualTo(WeChatServer.APP_ID);
        assertThat(accepted(signature, "http://platform.test/m/scan?from=menu")).isTrue();
        assertThat(accepted(signature, "http://platform.test/m/scan")).isFalse();
        assertThat(accepted(account.sign(page("/m/scan#code")), "http://platform.test/m/scan"))
                .as("what stands behind # is no part of it")
                .isTrue();
    }

    @Test
    void pages_of_other_sites_are_not_signed() {
        for (String foreign : List.of(
                "http://evil.test/m/scan",
                "https://platform.test/m/scan",
                "http://platform.test:8080/m/scan",
                "http://platform.test@evil.test/",
                "http://platform.test.evil.test/",
                "//platform.test/m/scan",
                "/m/scan")) {
            refused(AuthProblem.WECHAT_FOREIGN_PAGE, () -> account.sign(URI.create(foreign)));
        }
    }

    @Test
    void many_copies_fetch_one_token_and_one_ticket() throws Exception {
        List<OfficialAccount> copies = List.of(
                speakingTo(WECHAT.baseUrl(), WeChatServer.SECRET),
                speakingTo(WECHAT.baseUrl(), WeChatServer.SECRET),
                account);
        int before = WECHAT.account().fetches();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<PageSignature>> asked = new ArrayList<>();
            copies.forEach(copy -> asked.addAll(Collections.nCopies(5, () -> copy.sign(page("/m/scan")))));
            for (var signed : pool.invokeAll(asked)) {
                assertThat(accepted(signed.get(), "http://platform.test/m/scan"))
                        .isTrue();
            }
        }
        assertThat(WECHAT.account().fetches() - before).isEqualTo(2);
    }

    @Test
    void a_ticket_is_renewed_before_wechat_drops_it() {
        account.sign(page("/m/scan"));
        assertThat(redis.getKeys().getKeysByPattern("zq:wechat*jsapi*"))
                .singleElement()
                .satisfies(key ->
                        assertThat(redis.getBucket(key).remainTimeToLive()).isBetween(6_700_000L, 7_000_000L));
    }

    @Test
    void a_token_that_wechat_has_forgotten_is_fetched_anew_and_stands_in_no_log(CapturedOutput output) {
        account.sign(page("/m/scan"));
        String token =
                redis.getKeys().getKeysByPattern("zq:wechat*access*").iterator().next();
        String before = redis.<String>getBucket(token).get();
        redis.getKeys().deleteByPattern("zq:wechat*jsapi*");
        WECHAT.account().forgetTokens();

        assertThat(accepted(account.sign(page("/m/scan")), "http://platform.test/m/scan"))
                .isTrue();
        assertThat(redis.<String>getBucket(token).get()).isNotEqualTo(before);
        assertThat(output).doesNotContain(before);
    }

    @Test
    void a_message_goes_to_the_follower_with_its_title_when_it_was_and_where_to_read_it() {
        String openid = account.userBy(WECHAT.account().authorize("门店张姐", "snsapi_base"), Depth.SILENT)
                .openid();
        Note note = new Note(
                Ids.next(),
                Ids.next(),
                "您的融资申请已由重庆农村商业银行巴南支行受理",
                "/my/applications/1",
                Instant.parse("2026-11-26T02:03:00Z"));

        assertThat(account.notify(openid, note).how()).isEqualTo(OfficialAccount.Answer.How.ACCEPTED);

        assertThat(WECHAT.account().messages().getFirst()).satisfies(sent -> {
            assertThat(sent.openid()).isEqualTo(openid);
            assertThat(sent.template()).isEqualTo("template-1");
            assertThat(sent.url()).isEqualTo("http://platform.test/m/my/applications/1");
            assertThat(sent.data().at("/thing1/value").asString())
                    .isEqualTo("您的融资申请已由重庆农村商业银行巴南支…")
                    .hasSize(20);
            assertThat(sent.data().at("/time2/value").asString()).isEqualTo("2026年11月26日 10:03");
        });
        assertThat(account.notify("oNobodyWhoFollows", note).how()).isEqualTo(OfficialAccount.Answer.How.REFUSED);
    }

    @Test
    void a_message_that_wechat_may_take_later_is_no_refusal() {
        documented.stubFor(WireMock.post("/cgi-bin/stable_token")
                .willReturn(WireMock.okJson("{\"access_token\":\"ACCESS_TOKEN\",\"expires_in\":7200}")));
        documented.stubFor(WireMock.post(WireMock.urlPathEqualTo("/cgi-bin/message/template/send"))
                .willReturn(WireMock.okJson("{\"errcode\":45009,\"errmsg\":\"reach max api daily quota limit\"}")));
        Note note = new Note(Ids.next(), Ids.next(), "标题", null, Instant.now());
        OfficialAccount speaking = speakingTo(documented.baseUrl(), "s");
        assertThat(speaking.notify("OPENID", note))
                .isEqualTo(new OfficialAccount.Answer(OfficialAccount.Answer.How.LATER, "45009", "接口调用超过限制"));

        documented.stubFor(WireMock.post(WireMock.urlPathEqualTo("/cgi-bin/message/template/send"))
                .willReturn(WireMock.okJson("{\"errcode\":43004,\"errmsg\":\"require subscribe\"}")));
        assertThat(speaking.notify("OPENID", note))
                .as("what it answered is told, in the library's words")
                .satisfies(answer -> {
                    assertThat(answer.how()).isEqualTo(OfficialAccount.Answer.How.REFUSED);
                    assertThat(answer.code()).isEqualTo("43004");
                    assertThat(answer.words()).contains("关注");
                });

        documented.stubFor(WireMock.post(WireMock.urlPathEqualTo("/cgi-bin/message/template/send"))
                .willReturn(WireMock.okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":200228332}")));
        assertThat(speaking.notify("OPENID", note))
                .as("by this number WeChat finds it again")
                .isEqualTo(
                        new OfficialAccount.Answer(OfficialAccount.Answer.How.ACCEPTED, "0", "微信已受理，消息编号 200228332"));
        documented.verify(WireMock.postRequestedFor(WireMock.urlPathEqualTo("/cgi-bin/message/template/send"))
                .withQueryParam("access_token", WireMock.equalTo("ACCESS_TOKEN"))
                .withRequestBody(WireMock.matchingJsonPath("$.touser", WireMock.equalTo("OPENID")))
                .withRequestBody(WireMock.matchingJsonPath(
                        "$.client_msg_id", WireMock.equalTo(note.id().toString())))
                .withRequestBody(
                        WireMock.matchingJsonPath("$.url", WireMock.equalTo("http://platform.test/m/messages"))));

        documented.stubFor(WireMock.post(WireMock.urlPathEqualTo("/cgi-bin/message/template/send"))
                .willReturn(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(speaking.notify("OPENID", note).how())
                .as("it may have arrived before the line broke")
                .isEqualTo(OfficialAccount.Answer.How.UNCERTAIN);
        documented.stop();
        assertThat(speaking.notify("OPENID", note).how())
                .as("it never left")
                .isEqualTo(OfficialAccount.Answer.How.LATER);
    }

    @Test
    void a_subscription_message_goes_as_wechat_documents_it_and_its_answers_are_told_apart() {
        documented.stubFor(WireMock.post("/cgi-bin/stable_token")
                .willReturn(WireMock.okJson("{\"access_token\":\"ACCESS_TOKEN\",\"expires_in\":7200}")));
        Note note = new Note(Ids.next(), Ids.next(), "标题", "/policies/1", Instant.parse("2026-11-26T02:03:00Z"));
        OfficialAccount speaking = speakingTo(documented.baseUrl(), "s");

        bizsendAnswers("{\"errcode\":0,\"errmsg\":\"ok\"}");
        assertThat(speaking.notifyOnce("OPENID", note))
                .isEqualTo(new OfficialAccount.Answer(OfficialAccount.Answer.How.ACCEPTED, "0", "微信已受理"));
        documented.verify(WireMock.postRequestedFor(WireMock.urlPathEqualTo("/cgi-bin/message/subscribe/bizsend"))
                .withQueryParam("access_token", WireMock.equalTo("ACCESS_TOKEN"))
                .withRequestBody(WireMock.equalToJson("""
                        {"touser":"OPENID","template_id":"once-1","page":"http://platform.test/m/policies/1",
                         "data":{"thing1":{"value":"标题"},"time2":{"value":"2026年11月26日 10:03"}}}""")));

        bizsendAnswers("{\"errcode\":43101,\"errmsg\":\"user refuse to accept the msg\"}");
        assertThat(speaking.notifyOnce("OPENID", note).how()).isEqualTo(OfficialAccount.Answer.How.NONE_LEFT);
        bizsendAnswers("{\"errcode\":47003,\"errmsg\":\"argument invalid! data.thing1.value invalid\"}");
        assertThat(speaking.notifyOnce("OPENID", note).how()).isEqualTo(OfficialAccount.Answer.How.REFUSED);
        bizsendAnswers("{\"errcode\":45009,\"errmsg\":\"reach max api daily quota limit\"}");
        assertThat(speaking.notifyOnce("OPENID", note).how()).isEqualTo(OfficialAccount.Answer.How.LATER);
        documented.stubFor(WireMock.post(WireMock.urlPathEqualTo("/cgi-bin/message/subscribe/bizsend"))
                .willReturn(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(speaking.notifyOnce("OPENID", note).how())
                .as("it may have arrived before the line broke")
                .isEqualTo(OfficialAccount.Answer.How.UNCERTAIN);
        documented.stop();
        assertThat(speaking.notifyOnce("OPENID", note).how()).isEqualTo(OfficialAccount.Answer.How.LATER);
    }

    private void bizsendAnswers(String json) {
        documented.stubFor(WireMock.post(WireMock.urlPathEqualTo("/cgi-bin/message/subscribe/bizsend"))
                .willReturn(WireMock.okJson(json)));
    }

    @Test
    void without_an_approved_template_nobody_is_written_to() {
        WeChatProperties none = new WeChatProperties(
                WeChatServer.APP_ID,
                WeChatServer.SECRET,
                WECHAT.baseUrl(),
                WECHAT.baseUrl(),
                null,
                null,
                null,
                null,
                URI.create("http://platform.test"));
        assertThat(new WeixinOfficialAccount(none, redis)
                        .notify("OPENID", new Note(Ids.next(), Ids.next(), "标题", null, Instant.now()))
                        .how())
                .isEqualTo(OfficialAccount.Answer.How.NOBODY);
    }

    @Test
    void neither_secret_nor_person_is_written_down_by_accident() {
        assertThat(settings("http://x", "very-secret", null).toString()).doesNotContain("very-secret");
        assertThat(new WeChatUser("oABC", "小王").toString()).doesNotContain("oABC", "小王");
    }

    private static URI page(String path) {
        return URI.create("http://" + WeChatServer.DOMAIN + path);
    }

    /** What WeChat's app asks when a page configures its script. */
    private static boolean accepted(PageSignature signature, String url) {
        URI question = UriComponentsBuilder.fromUriString(WECHAT.baseUrl() + "/jssdk/config")
                .queryParam("appId", signature.appId())
                .queryParam("timestamp", signature.timestamp())
                .queryParam("nonceStr", signature.nonceStr())
                .queryParam("signature", signature.signature())
                .queryParam("url", "{url}")
                .encode()
                .buildAndExpand(url)
                .toUri();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(question).build(), HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("\"errcode\":0");
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
