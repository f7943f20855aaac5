package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Against events as SUBMAIL documents them (短信 SUBHOOK 事件). The key by which the signature of its examples was made is not told there, so that it cannot be reckoned again: theirs is replaced by that of the key
 * of its example in PHP (SUBHOOK 接收推送示例), made by md5sum. Commas that its examples miss are put in.
 */
class SubhookTest {

    private static final String KEY = "my_subhook_key";
    private static final String SIGNED =
            "\"token\":\"067ef7e2f286a9a56eabb07dc9657852\",\"signature\":\"61bc33e46c8329ed51c264a0b0f700bb\"";

    private final JsonMapper json = new JsonMapper();

    @Test
    void the_signature_is_of_the_token_and_the_key() {
        Subhook event = Subhook.of(json, "{\"events\":\"delivered\"," + SIGNED + "}");
        assertThat(event.isSignedBy(KEY)).isTrue();
        assertThat(event.isSignedBy("another")).isFalse();
        assertThat(Subhook.of(json, "{\"events\":\"delivered\"," + SIGNED.toUpperCase(java.util.Locale.ROOT) + "}")
                        .isSignedBy(KEY))
                .isFalse();
    }

    @Test
    void the_documented_event_of_what_arrived_is_a_report() {
        UUID attempt = Ids.next();
        Subhook event = Subhook.of(json, """
                {"events":"delivered","address":"138xxxxxxxx","send_id":"093c0a7df143c087d6cba9cdf0cf3738","operator":"中国移动",
                "location":"上海 上海","tag":"%s","app":10001,"timestamp":1415014855,%s}""".formatted(Subhook.tagOf(attempt), SIGNED));

        assertThat(event.isSignedBy(KEY)).isTrue();
        assertThat(event.receipts())
                .containsExactly(new Receipt(
                        attempt,
                        "093c0a7df143c087d6cba9cdf0cf3738",
                        true,
                        "",
                        "发送成功",
                        null,
                        "067ef7e2f286a9a56eabb07dc9657852"));
    }

    @Test
    void the_documented_event_of_what_did_not_arrive_says_why_also_as_a_form() {
        Receipt dropped = new Receipt(
                null,
                "093c0a7df143c087d6cba9cdf0cf3738",
                false,
                "UNDELIV",
                "发送失败",
                null,
                "067ef7e2f286a9a56eabb07dc9657852");
        assertThat(Subhook.of(json, """
                {"events":"dropped","address":"138xxxxxxxx","send_id":"093c0a7df143c087d6cba9cdf0cf3738","report":" UNDELIV",
                "app":10001,"tag":"xxx","timestamp":1415014855,%s}""".formatted(SIGNED)).receipts()).containsExactly(dropped);

        Subhook form = Subhook.of(
                json,
                "events=dropped&address=138xxxxxxxx&send_id=093c0a7df143c087d6cba9cdf0cf3738&report=+UNDELIV&app=10001&tag=xxx"
                        + "&timestamp=1415014855&token=067ef7e2f286a9a56eabb07dc9657852&signature=61bc33e46c8329ed51c264a0b0f700bb");
        assertThat(form.isSignedBy(KEY)).isTrue();
        assertThat(form.receipts()).containsExactly(dropped);
    }

    @Test
    void what_says_nothing_of_the_end_of_a_message_is_no_report() {
        for (String event :
                new String[] {"request", "sending", "unknown", "unkown", "mo", "template_accept", "template_reject"}) {
            Subhook told = Subhook.of(
                    json,
                    "{\"events\":\"" + event + "\",\"send_id\":\"093c0a7df143c087d6cba9cdf0cf3738\"," + SIGNED + "}");
            assertThat(told.isSignedBy(KEY)).isTrue();
            assertThat(told.receipts()).as(event).isEmpty();
        }
    }

    @Test
    void the_id_of_an_attempt_is_no_longer_than_a_tag_may_be() {
        assertThat(Subhook.tagOf(UUID.fromString("ffffffff-ffff-7fff-8000-000000000000")))
                .isEqualTo("ffffffffffff7fff8000000000000000");
    }
}
