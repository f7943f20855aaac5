package cn.zhengqi.auth.guess;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.testing.ServiceClient;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.StatusAssertions;
import tools.jackson.databind.json.JsonMapper;

class ProofOfWorkTest extends AuthServiceTest {

    private static final AtomicLong PHONES = new AtomicLong(13820000000L);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Attempts attempts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Value("${zhengqi.sign-in.proof.bits}")
    private int bits;

    private final String phone = Long.toString(PHONES.incrementAndGet());

    @BeforeEach
    void nobodyFailedHereLately() {
        jdbc.sql("delete from sign_in_log").update();
    }

    @Test
    void the_fourth_attempt_for_a_name_has_to_be_worked_for_and_the_work_counts_once() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempt(phone, null).status()).isEqualTo(401);
        }
        Browser.Answer asked = attempt(phone, null);
        assertThat(asked.status()).isEqualTo(428);
        assertThat(asked.code()).isEqualTo("PROOF_REQUIRED");
        assertThat(asked.body().path("bits").asInt()).isEqualTo(bits);
        assertThat(failures()).as("not an attempt yet").isEqualTo(3);

        Map<String, Object> proof = Browser.solved(asked.body());
        assertThat(attempt(phone, proof).status()).isEqualTo(401);
        assertThat(attempt(phone, proof).code()).as("used").isEqualTo("PROOF_REQUIRED");
    }

    @Test
    void what_was_not_worked_for_or_is_another_names_or_was_made_up_is_no_proof() {
        for (int i = 0; i < 3; i++) {
            attempt(phone, null);
        }
        String other = Long.toString(PHONES.incrementAndGet());
        for (int i = 0; i < 3; i++) {
            attempt(other, null);
        }
        Map<String, Object> ofOther = Browser.solved(attempt(other, null).body());
        assertThat(attempt(phone, ofOther).code()).isEqualTo("PROOF_REQUIRED");

        Map<String, Object> lazy = new HashMap<>(
                Stream.generate(() -> Browser.solved(attempt(phone, null).body()))
                        .filter(proof -> (long) proof.get("counter") > 0)
                        .findFirst()
                        .orElseThrow());
        lazy.put("counter", (long) lazy.get("counter") - 1);
        assertThat(attempt(phone, lazy).code()).isEqualTo("PROOF_REQUIRED");

        String easy = ((String) Browser.solved(attempt(phone, null).body()).get("challenge"))
                .replace("." + bits + ".", ".0.");
        assertThat(attempt(phone, Map.of("challenge", easy, "counter", 0)).code())
                .as("the difficulty is signed")
                .isEqualTo("PROOF_REQUIRED");
        assertThat(attempt(phone, Map.of("challenge", "x", "counter", -1)).code())
                .isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void an_address_from_which_many_failed_works_for_every_name() {
        for (int i = 0; i < 10; i++) {
            assertThat(attempt(Long.toString(PHONES.incrementAndGet()), null).status())
                    .isEqualTo(401);
        }
        Browser.Answer asked = attempt(phone, null);
        assertThat(asked.code()).isEqualTo("PROOF_REQUIRED");
        assertThat(attempt(phone, Browser.solved(asked.body())).status()).isEqualTo(401);
        assertThat(browser()
                        .postOnce("/api/auth/sign-in/sms", "{\"phone\":\"%s\",\"code\":\"123456\"}".formatted(phone))
                        .code())
                .isEqualTo("PROOF_REQUIRED");
    }

    @Test
    void a_network_with_many_addresses_works_as_one() {
        for (int i = 1; i <= 10; i++) {
            attemptFrom("2001:db8:5:6::" + i).isEqualTo(401);
        }

        attemptFrom("2001:db8:5:6:aaaa::77").isEqualTo(428);
        attemptFrom("2001:db8:5:7::1").isEqualTo(401);
    }

    private StatusAssertions attemptFrom(String address) {
        return client.anonymous()
                .post()
                .uri("/api/auth/sign-in")
                .header("X-Forwarded-For", address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("username", Long.toString(PHONES.incrementAndGet()), "password", "wrong"))
                .exchange()
                .expectStatus();
    }

    private Browser.Answer attempt(String name, Map<String, Object> proof) {
        Map<String, Object> body = new HashMap<>(Map.of("username", name, "password", "wrong"));
        if (proof != null) {
            body.put("proof", proof);
        }
        return browser().postOnce("/api/auth/sign-in", JSON.writeValueAsString(body));
    }

    private int failures() {
        return jdbc.sql("select failures from sign_in_failure where subject = ?")
                .param(attempts.subjectOfName(phone))
                .query(Integer.class)
                .single();
    }
}
