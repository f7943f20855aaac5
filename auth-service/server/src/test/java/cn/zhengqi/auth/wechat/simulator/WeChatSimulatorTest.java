package cn.zhengqi.auth.wechat.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** On a machine of one's own, where it plays WeChat for the platform beside it. */
@ServiceTest(properties = {"spring.profiles.active=local", "zhengqi.public-url=http://localhost:8080"})
class WeChatSimulatorTest {

    private static final String AUTHORIZE =
            "/api/auth/simulated-wechat/connect/oauth2/authorize?appid=wx-simulated-0001&response_type=code&scope=snsapi_base&state=s%22t&redirect_uri=";

    @Autowired
    private ServiceClient client;

    @Autowired
    private SimulatedOfficialAccount account;

    private RestTestClient.ResponseSpec get(String path) {
        return client.anonymous().get().uri(java.net.URI.create(path)).exchange();
    }

    private static String text(RestTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void the_platform_offers_wechat_and_sends_browsers_to_the_simulator_on_its_own_site() {
        get("/api/auth/wechat").expectBody().jsonPath("$.available").isEqualTo(true);
        get("/api/auth/sign-in/wechat")
                .expectStatus()
                .isFound()
                .expectHeader()
                .value(
                        "Location",
                        place -> assertThat(place)
                                .startsWith(
                                        "/api/auth/simulated-wechat/connect/oauth2/authorize?appid=wx-simulated-0001")
                                .contains(
                                        "redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fapi%2Fauth%2Fsign-in%2Fwechat%2Fcallback"));
    }

    @Test
    void its_page_says_what_it_is_and_leads_back_with_a_code_for_whoever_was_chosen() {
        String page = text(get(AUTHORIZE + "http%3A%2F%2Flocalhost%3A8080%2Fback"));
        assertThat(page).contains("这不是微信", "早起的小王").doesNotContain("s\"t");
        String choice = page.replaceFirst("(?s).*?<li><a href=\"([^\"]+)\">.*", "$1")
                .replace("&amp;", "&")
                .replace("&quot;", "\"");

        get(choice)
                .expectStatus()
                .isFound()
                .expectHeader()
                .value(
                        "Location",
                        place -> assertThat(place)
                                .startsWith("http://localhost:8080/back?code=")
                                .endsWith("&state=s%22t"));
    }

    @Test
    void it_leads_to_no_other_site() {
        assertThat(text(get(AUTHORIZE + "http%3A%2F%2Fevil.test%2Fback"))).contains("10003");
        assertThat(text(get("/api/auth/simulated-wechat/connect/agreed?appid=wx-simulated-0001&scope=snsapi_base"
                        + "&redirect_uri=http%3A%2F%2Fevil.test%2F&nickname=x")))
                .contains("10003");
    }

    @Test
    void it_brings_the_script_that_plays_the_jssdk_and_refuses_a_wrong_signature() {
        assertThat(text(get("/api/auth/simulated-wechat/jweixin.js"))).contains("window.wx");
        assertThat(text(get("/api/auth/simulated-wechat/jssdk/config?appId=wx-simulated-0001&timestamp=1&nonceStr=n"
                        + "&signature=0&url=http%3A%2F%2Flocalhost%3A8080%2Fm%2Fscan")))
                .contains("63002", "invalid signature");
    }

    @Test
    void its_errors_are_wechat_s() {
        assertThat(text(get("/api/auth/simulated-wechat/cgi-bin/token?grant_type=client_credential&appid=x&secret=y")))
                .contains("\"errcode\":40013");
        get("/api/auth/simulated-wechat/nothing").expectStatus().isNotFound();
        assertThat(account.messages()).isEmpty();
        assertThat(text(get("/api/auth/simulated-wechat/messages")))
                .asInstanceOf(STRING)
                .isEqualTo("[]");
    }
}
