package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.sample.SampleServiceApplication;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.security.Routes;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest(classes = SampleServiceApplication.class)
class SampleRoutesTest extends RouteSecurityTest {

    private final UUID id = Ids.next();

    /** No service of the platform: not among those that are described for people. */
    @Override
    protected String writtenDownIn(String service) {
        return "common/testing/src/test/resources/permissions/" + service + ".json";
    }

    @Override
    protected String describedIn(String service) {
        return "common/testing/src/test/resources/openapi/" + service + ".json";
    }

    @Override
    protected Map<String, String> needsNoKey() {
        return Map.of("POST /api/sample/things", "keeps nothing");
    }

    @Test
    void all_routes_of_the_service_are_walked() {
        assertThat(routes.all())
                .extracting(Routes.Route::pattern)
                .containsExactlyInAnyOrder(
                        "/api/sample/things", "/api/sample/things", "/api/sample/things/{id}", "/internal/things/{id}");
    }

    @Test
    void a_signed_in_caller_is_who_the_test_says() {
        CurrentUser user = TestUsers.ofBank(Ids.next(), "loan.handle");

        client.as(user)
                .get()
                .uri("/api/sample/things/{id}", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.note")
                .isEqualTo(user.name());
    }

    @Test
    void a_public_route_answers_everybody() {
        client.anonymous()
                .get()
                .uri("/api/sample/things")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void an_internal_route_answers_services() {
        client.asService("stats-service")
                .get()
                .uri("/internal/things/{id}", id)
                .exchange()
                .expectStatus()
                .isOk();
    }
}
