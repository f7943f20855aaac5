package cn.zhengqi.testing;

import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.security.Routes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks every route for what an attacker would type into its filters, its order and its path. The filters are those of the checked-in API document, so a
 * new one is tried without anybody adding it here.
 */
final class HostileValues {

    /** None is of signs alone: a search that leaves signs out would find everything, as it does without a word. */
    private static final List<String> VALUES = List.of(
            "zz'",
            "' or '1'='1",
            "%' or 1=1 --",
            "x'; drop table outbox; --",
            "\\' union select null, null --",
            "name desc; select pg_sleep(9)",
            "(select version())",
            "$1 ${jndi:ldap://127.0.0.1/a} #{7*7}",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "<script>alert(1)</script>",
            "[a-z]+(",
            "\uD83D\uDC2F",
            "9".repeat(400));

    /** What finds nothing because nothing is called so. */
    private static final String NOTHING = "zzqxjkwv";

    /** Found, refused, or sent to a page of the platform. */
    private static final Set<Integer> FOR_A_FILTER = Set.of(200, 302, 400, 403, 404, 409);

    /** A path that leads to nothing is never answered with something. */
    private static final Set<Integer> FOR_A_PATH = Set.of(400, 401, 403, 404, 405, 406, 409, 413, 414, 415, 422, 431);

    /** Answers and files, but no stream of events, which would never end. */
    private static final String ACCEPTED = "application/json, application/problem+json, image/*, application/pdf, "
            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Routes routes;
    private final ServiceClient client;
    private final JsonNode document;

    /** @param document path of the API document in the repository */
    HostileValues(String document, Routes routes, ServiceClient client) {
        this.routes = routes;
        this.client = client;
        this.document = JSON.readTree(Repository.text(document));
    }

    /** How many requests were sent, and which were answered as they should not be. */
    record Outcome(int tried, List<String> faults) {}

    /** Each filter and order of each list: no failure, and no row more than a word finds that is nowhere. */
    Outcome inFilters() {
        Tally tally = new Tally();
        for (Routes.Route route : outside("GET")) {
            JsonNode parameters =
                    document.path("paths").path(route.pattern()).path("get").path("parameters");
            for (JsonNode parameter : parameters) {
                if (parameter.path("in").asString().equals("query")) {
                    tryFilter(route, parameter.path("name").asString(), tally);
                }
            }
        }
        return tally.outcome();
    }

    /**
     * Each value by one of those whom the route lets in, in turn: whose rows are found depends on who asks, what a filter does with what is typed does not.
     */
    private void tryFilter(Routes.Route route, String name, Tally tally) {
        List<LetIn> letIn = new ArrayList<>();
        for (RestTestClient caller : callers(route)) {
            Answer nothing = get(caller, route, name, NOTHING);
            tally.tried++;
            // Or turned away before anybody looked at the filter.
            if (nothing.status() != 403) {
                letIn.add(new LetIn(caller, nothing.total()));
            }
        }
        for (int i = 0; i < VALUES.size() && !letIn.isEmpty(); i++) {
            String value = VALUES.get(i);
            LetIn asking = letIn.get(i % letIn.size());
            Answer answer = get(asking.caller(), route, name, value);
            tally.tried++;
            if (!FOR_A_FILTER.contains(answer.status())) {
                tally.fault(route, name, value, "→ " + answer.status());
            } else if (asking.rows() != null && answer.total() != null && answer.total() > asking.rows()) {
                tally.fault(route, name, value, "finds " + answer.total() + " rows");
            }
        }
    }

    /** @param rows that a word finds which is nowhere, null where the answer counts none */
    private record LetIn(RestTestClient caller, @Nullable Long rows) {}

    /** Each variable of each path. */
    Outcome inPaths() {
        Tally tally = new Tally();
        for (Routes.Route route : routes.all()) {
            if (!route.pattern().contains("{") || route.pattern().startsWith("/internal/")) {
                continue;
            }
            for (RestTestClient caller : callers(route)) {
                for (String value : VALUES) {
                    int status = inPath(caller, route, value);
                    tally.tried++;
                    if (!FOR_A_PATH.contains(status)) {
                        tally.fault(route, "path", value, "→ " + status);
                    }
                }
            }
        }
        return tally.outcome();
    }

    private List<Routes.Route> outside(String method) {
        return routes.all().stream()
                .filter(route ->
                        route.method().equals(method) && !route.pattern().startsWith("/internal/"))
                .toList();
    }

    /** Somebody of each kind who may ask: what is whose is decided behind the permission. */
    private List<RestTestClient> callers(Routes.Route route) {
        String[] permissions = route.permissions().toArray(String[]::new);
        List<CurrentUser> people = List.of(
                TestUsers.operator(permissions),
                TestUsers.ofEnterprise(UUID.randomUUID(), permissions),
                TestUsers.ofBank(UUID.randomUUID(), permissions));
        return people.stream()
                .filter(person -> !route.permissions().isEmpty() || person.userType() == UserType.OPERATOR)
                .map(client::as)
                .toList();
    }

    private record Answer(int status, @Nullable Long total) {}

    private static Answer get(RestTestClient caller, Routes.Route route, String name, String value) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("hostile", value);
        String path = route.pattern().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var result = caller.get()
                .uri(path + "?" + name + "={hostile}", variables)
                .header("Accept", ACCEPTED)
                .exchange()
                .expectBody(byte[].class)
                .returnResult();
        return new Answer(result.getStatus().value(), totalOf(result.getResponseBody()));
    }

    private static @Nullable Long totalOf(byte @Nullable [] body) {
        if (body == null || body.length == 0 || body[0] != '{') {
            return null;
        }
        JsonNode total = JSON.readTree(new String(body, StandardCharsets.UTF_8)).path("total");
        return total.isNumber() ? total.asLong() : null;
    }

    private static int inPath(RestTestClient caller, Routes.Route route, String value) {
        Map<String, Object> variables = new HashMap<>();
        String path = route.pattern();
        int number = 0;
        while (path.contains("{") && number < 9) {
            path = path.replaceFirst("\\{[^}]+}", "<" + number + ">");
            variables.put("v" + number++, value);
        }
        String template = path.replaceAll("<(\\d)>", "{v$1}");
        return caller.method(HttpMethod.valueOf(route.method()))
                .uri(template, variables)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept", ACCEPTED)
                .exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getStatus()
                .value();
    }

    private static final class Tally {

        private final List<String> faults = new ArrayList<>();
        private int tried;

        private void fault(Routes.Route route, String where, String value, String what) {
            String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
            faults.add(route.method() + " " + route.pattern() + " " + where + "=" + shown + " " + what);
        }

        private Outcome outcome() {
            return new Outcome(tried, faults);
        }
    }
}
