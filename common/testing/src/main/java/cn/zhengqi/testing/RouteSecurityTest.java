package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.web.Permission;
import cn.zhengqi.web.PublicRoutes;
import cn.zhengqi.web.security.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Walks all routes of a service. Extend it in each: {@code @ServiceTest class FinanceRoutesTest extends RouteSecurityTest {}}. */
public abstract class RouteSecurityTest {

    @Autowired
    private Routes routes;

    @Autowired
    private PublicRoutes publicRoutes;

    @Autowired
    private ServiceClient client;

    @Test
    void every_route_is_listed_as_public_or_names_its_permission() {
        assertThat(routes.all()).isNotEmpty();
        assertThat(routes.all())
                .allSatisfy(route -> assertThat(route.permissions().isEmpty())
                        .as(route.toString())
                        .isEqualTo(publicRoutes.names(route.method(), route.pattern())));
    }

    @Test
    void no_route_that_needs_a_permission_answers_without_a_token() {
        assertThat(answersOtherThan(HttpStatus.UNAUTHORIZED, client.anonymous(), closedRoutes()))
                .isEmpty();
    }

    @Test
    void no_route_answers_to_a_token_that_has_run_out() {
        RestTestClient late = client.withToken(TestTokens.expired(TestUsers.operator("self")));

        assertThat(answersOtherThan(HttpStatus.UNAUTHORIZED, late, closedRoutes()))
                .isEmpty();
    }

    @Test
    void no_route_answers_to_somebody_without_its_permission() {
        RestTestClient somebody = client.as(TestUsers.withoutEnterprise());
        List<Routes.Route> guarded = closedRoutes().stream()
                .filter(route -> !route.permissions().contains(Permission.SIGNED_IN))
                .toList();

        assertThat(answersOtherThan(HttpStatus.FORBIDDEN, somebody, guarded)).isEmpty();
    }

    private List<Routes.Route> closedRoutes() {
        return routes.all().stream()
                .filter(route -> !route.permissions().isEmpty())
                .toList();
    }

    private static List<String> answersOtherThan(
            HttpStatus expected, RestTestClient caller, List<Routes.Route> routes) {
        List<String> others = new ArrayList<>();
        for (Routes.Route route : routes) {
            int status = ask(caller, route, null);
            if (status == HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()) {
                // A route for files is only found by a request that brings one.
                status = ask(caller, route, "--x--");
            }
            if (status != expected.value()) {
                others.add(route.method() + " " + route.pattern() + " → " + status);
            }
        }
        return others;
    }

    private static int ask(RestTestClient caller, Routes.Route route, @Nullable String multipart) {
        RestTestClient.RequestBodySpec request = caller.method(HttpMethod.valueOf(route.method()))
                .uri(route.pattern().replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                // Where a key is required, its absence must not hide the answer that is looked for.
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (multipart != null) {
            request.header("Content-Type", "multipart/form-data; boundary=x").body(multipart);
        }
        return request.exchange().expectBody().returnResult().getStatus().value();
    }
}
