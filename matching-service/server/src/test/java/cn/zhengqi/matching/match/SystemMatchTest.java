package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.code.api.InternalConsents.SystemAsks;
import cn.zhengqi.code.api.InternalConsents.SystemMay;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.testing.TestTokens;
import cn.zhengqi.web.CallingSystem;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class SystemMatchTest extends MatchingTest {

    private final UUID enterprise = Ids.next();
    private final String uscc = usccOf(enterprise);
    private final CallingSystem system = new CallingSystem(
            Ids.next(), "融资顾问系统", Ids.next(), "重庆示例软件有限公司", false, Set.of(MatchingPermissions.READ_BY_SYSTEM));

    @BeforeEach
    void something_is_published_and_the_enterprise_is_known() {
        theLibraryAnd(enterprise);
    }

    @Test
    void with_consent_a_system_reads_what_fits_and_none_of_the_facts_behind_it() {
        when(consents.readBySystem(any()))
                .thenReturn(new SystemMay(new InternalConsents.NamedEnterprise(enterprise, "重庆示例机械有限公司", uscc), null));

        String answer = ask(system, Map.of("uscc", uscc))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(answer)
                .contains("重庆示例机械有限公司", "\"policies\":[", "\"outcome\":")
                .doesNotContain("conditions", "missing", "estimate", "INELIGIBLE");
        verify(consents)
                .readBySystem(new SystemAsks(
                        system.id(), system.name(), system.ownerId(), system.ownerName(), false, null, uscc));
    }

    @Test
    void after_a_withdrawal_it_reads_nothing() {
        when(consents.readBySystem(any()))
                .thenReturn(new SystemMay(
                        null, new InternalConsents.Refusal("CONSENT_WITHDRAWN", 403, "企业已撤回授权", "企业已撤回授权")));

        ask(system, Map.of("uscc", uscc))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CONSENT_WITHDRAWN")
                .jsonPath("$.detail")
                .isEqualTo("企业已撤回授权")
                .jsonPath("$.policies")
                .doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"uscc\": \"91500113MAX5XQ4WX4\", \"content\": \"ZQ1:x\"}",
                "{\"uscc\": \"91500113MAX5XQ4WX4X\"}"
            })
    void an_enterprise_is_named_in_one_way(String body) {
        ask(system, body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void a_key_without_the_scope_reads_nothing() {
        CallingSystem other =
                new CallingSystem(Ids.next(), "某系统", Ids.next(), "某公司", false, Set.of("openapi.loans.read"));

        ask(other, Map.of("uscc", uscc)).expectStatus().isForbidden();
    }

    private ResponseSpec ask(CallingSystem caller, Object body) {
        return client.withToken(TestTokens.of(caller))
                .post()
                .uri("/openapi/v1/matches")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void an_answer_that_was_lost_is_told_again_without_using_another_code_up() {
        when(consents.readBySystem(any()))
                .thenReturn(new SystemMay(new InternalConsents.NamedEnterprise(enterprise, "重庆示例机械有限公司", uscc), null));
        String key = Ids.next().toString();

        String first = matched(key);

        assertThat(matched(key)).isEqualTo(first).contains("\"policies\":[");
        verify(consents, times(1)).readBySystem(any());
    }

    private String matched(String key) {
        return Objects.requireNonNull(client.withToken(TestTokens.of(system))
                .post()
                .uri("/openapi/v1/matches")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("uscc", uscc))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
