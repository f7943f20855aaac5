package cn.zhengqi.finance;

import cn.zhengqi.testing.OpenApiContractTest;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class FinanceOpenApiTest extends OpenApiContractTest {

    @Autowired
    private ServiceClient service;

    @ParameterizedTest
    @ValueSource(strings = {"accept", "ask-material", "approve", "refuse", "disbursements", "settle"})
    void a_client_that_is_made_from_the_description_sends_a_key_where_one_must(String step) {
        service.as(TestUsers.operator("ops.actuator"))
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody()
                .jsonPath("$.paths['/openapi/v1/applications/{id}/" + step
                        + "'].post.parameters[?(@.in=='header' && @.required==true)].name")
                .isEqualTo("Idempotency-Key");
    }
}
