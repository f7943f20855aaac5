package cn.zhengqi.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestTokens;
import cn.zhengqi.web.CallingSystem;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class SystemPoliciesTest {

    @Autowired
    ServiceClient client;

    @Test
    void a_system_with_the_scope_reads_what_everybody_reads() {
        RestTestClient system = as(PolicyPermissions.READ_BY_SYSTEM);

        assertThat(system.get()
                        .uri("/openapi/v1/policies?level=MUNICIPAL&size=2")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .isEqualTo(client.anonymous()
                        .get()
                        .uri("/api/policy/policies?level=MUNICIPAL&size=2")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
        system.get()
                .uri("/openapi/v1/policies/N01")
                .exchange()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("N01");
    }

    @Test
    void one_without_it_does_not() {
        as("openapi.loans.read")
                .get()
                .uri("/openapi/v1/policies")
                .exchange()
                .expectStatus()
                .isForbidden();
        as(PolicyPermissions.READ_BY_SYSTEM)
                .get()
                .uri("/api/policy/manage/policies")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private RestTestClient as(String permission) {
        return client.withToken(
                TestTokens.of(new CallingSystem(Ids.next(), "某系统", Ids.next(), "某公司", false, Set.of(permission))));
    }
}
