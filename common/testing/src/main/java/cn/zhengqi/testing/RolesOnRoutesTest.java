package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.PublicRoutes;
import cn.zhengqi.web.security.PermissionInterceptor;
import cn.zhengqi.web.security.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Holds every preset role against every route of a service: part of {@link RouteSecurityTest}, by which each service has it. */
abstract class RolesOnRoutesTest {

    @Autowired
    Routes routes;

    @Autowired
    PublicRoutes publicRoutes;

    @Autowired
    ServiceClient client;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void a_route_that_is_excused_for_asking_another_service_is_there() {
        assertThat(routes.all())
                .extracting(RolesOnRoutesTest::nameOf)
                .containsAll(asksAnotherService().keySet());
    }

    /**
     * Every preset role, and people who have none, against every route: whoever may comes through and is answered, since a route that breaks has let nobody through; whoever may not is turned
     * away by what decides it. That the service asks it of whoever comes over the network is tried once for each route, below.
     */
    @TestFactory
    Stream<DynamicTest> every_preset_role_comes_through_where_it_may_and_nowhere_else() {
        PermissionInterceptor decides = new PermissionInterceptor(publicRoutes);
        JwtDecoder tokens = TestTokens.decoder();
        return holders().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    CurrentUser user = one.getValue();
                    RestTestClient holder = client.as(user);
                    JwtAuthenticationToken caller =
                            new JwtAuthenticationToken(tokens.decode(TestTokens.of(user)), List.of());
                    List<String> others = new ArrayList<>();
                    for (Routes.Route route : closedRoutes()) {
                        if (!may(user, route)) {
                            if (!isRefused(decides, caller, route)) {
                                others.add(nameOf(route) + " → let in");
                            }
                            continue;
                        }
                        Answer answer = answer(holder, route, MediaType.APPLICATION_JSON_VALUE);
                        if (answer.isForbidden() || isBroken(route, answer)) {
                            others.add(nameOf(route) + " → " + answer.status());
                        }
                    }
                    assertThat(others).isEmpty();
                }));
    }

    /** Each route by one of the preset roles that may not ask it, in turn, so that each role is refused somewhere. */
    @Test
    void no_route_answers_to_a_role_that_may_not_ask_it() {
        List<CurrentUser> holders = List.copyOf(holders().values());
        List<String> others = new ArrayList<>();
        int turn = 0;
        for (Routes.Route route : closedRoutes()) {
            List<CurrentUser> strangers =
                    holders.stream().filter(user -> !may(user, route)).toList();
            if (!strangers.isEmpty()) {
                CurrentUser stranger = strangers.get(turn++ % strangers.size());
                Answer answer = answer(client.as(stranger), route, MediaType.ALL_VALUE);
                if (!answer.isForbidden()) {
                    others.add(stranger.roles() + " " + nameOf(route) + " → " + answer.status());
                }
            }
        }
        assertThat(others).isEmpty();
    }

    private static Map<String, CurrentUser> holders() {
        Map<String, CurrentUser> holders = new LinkedHashMap<>();
        PresetRoles.all().forEach(role -> holders.put(role.code(), role.holder()));
        holders.put("a talent", TestUsers.withoutRole(UserType.TALENT));
        holders.put("a chamber that waits", TestUsers.withoutRole(UserType.CHAMBER));
        return holders;
    }

    private static boolean may(CurrentUser user, Routes.Route route) {
        return route.permissions().stream().anyMatch(user::has);
    }

    /** As it comes to the handler of the route, once the path has led there. */
    private boolean isRefused(PermissionInterceptor decides, JwtAuthenticationToken caller, Routes.Route route) {
        MockHttpServletRequest request = new MockHttpServletRequest(route.method(), route.pattern());
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, route.pattern());
        SecurityContextHolder.getContext().setAuthentication(caller);
        try {
            decides.preHandle(request, new MockHttpServletResponse(), handlerOf(route));
            return false;
        } catch (ProblemException refusal) {
            return refusal.code() == CommonProblem.FORBIDDEN;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    HandlerMethod handlerOf(Routes.Route route) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOf(route, entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(handler -> handler.getShortLogMessage().equals(route.handler()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(Routes.Route route, RequestMappingInfo info) {
        return info.getPatternValues().contains(route.pattern())
                && info.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals(route.method()));
    }

    /**
     * Routes that ask a service that is not there in this test before they look at anything else, and so answer 503.
     *
     * @return by method and pattern, with what is asked
     */
    protected Map<String, String> asksAnotherService() {
        return Map.of();
    }

    private boolean isBroken(Routes.Route route, Answer answer) {
        boolean excused = answer.status() == HttpStatus.SERVICE_UNAVAILABLE.value()
                && asksAnotherService().containsKey(nameOf(route));
        return answer.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value() && !excused;
    }

    static String nameOf(Routes.Route route) {
        return route.method() + " " + route.pattern();
    }

    List<Routes.Route> closedRoutes() {
        return routes.all().stream()
                .filter(route -> !route.permissions().isEmpty())
                .toList();
    }

    /** @param body of the answer, as far as it is text */
    private record Answer(int status, @Nullable String body) {

        /** Not for what the caller owns, which has its own codes, but for want of the permission. */
        boolean isForbidden() {
            return status == HttpStatus.FORBIDDEN.value() && body != null && body.contains("\"FORBIDDEN\"");
        }
    }

    /** @param accepted of whom is let in no stream of events, which would never end */
    private static Answer answer(RestTestClient caller, Routes.Route route, String accepted) {
        Answer answer = answer(request(caller, route).header("Accept", accepted));
        // A route for files is only found by a request that brings one.
        return answer.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()
                ? answer(request(caller, route)
                        .header("Accept", accepted)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .body("--x--"))
                : answer;
    }

    private static Answer answer(RestTestClient.RequestHeadersSpec<?> request) {
        var result = request.exchange().expectBody(String.class).returnResult();
        return new Answer(result.getStatus().value(), result.getResponseBody());
    }

    static RestTestClient.RequestBodySpec request(RestTestClient caller, Routes.Route route) {
        return caller.method(HttpMethod.valueOf(route.method()))
                .uri(route.pattern().replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                // Where a key is required, its absence must not hide the answer that is looked for.
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
