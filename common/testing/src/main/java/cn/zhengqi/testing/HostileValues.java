package cn.zhengqi.testing;

import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.security.Routes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
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
    static final List<String> VALUES = List.of(
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

    /** What a day, a number or a word of a list is told apart from: nearly one, and far too long. */
    static final List<String> OF_ANOTHER_FORM = List.of("name desc; select pg_sleep(9)", "9".repeat(400));

    /** How many of the values a path without a text meets. */
    private static final int REFUSED_BY_FORM = 3;

    /** A path that leads to nothing is never answered with something. */
    private static final Set<Integer> FOR_A_PATH = Set.of(400, 401, 403, 404, 405, 406, 409, 413, 414, 415, 422, 431);

    /** Answers and files, but no stream of events, which would never end. */
    static final String ACCEPTED = "application/json, application/problem+json, image/*, application/pdf, "
            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Routes.Route> routes;
    private final ServiceClient client;
    private final JsonNode document;

    /** @param document path of the API document in the repository */
    HostileValues(String document, List<Routes.Route> routes, ServiceClient client) {
        this(JSON.readTree(Repository.text(document)), routes, client);
    }

    HostileValues(JsonNode document, List<Routes.Route> routes, ServiceClient client) {
        this.document = document;
        this.routes = routes;
        this.client = client;
    }

    /**
     * How many requests were sent, and which were answered as they should not be.
     *
     * @param unreached routes with a filter that nobody's request came to: all were turned away, or told that nothing is there, before it was looked at
     */
    record Outcome(int tried, List<String> faults, Set<String> unreached) {}

    /** As {@link RouteSecurityTest#there}. */
    interface Below {
        RouteSecurityTest.@Nullable There of(String pattern, String... permissions);
    }

    /**
     * Each filter and order of each list: no failure, and no row more than a word finds that is nowhere.
     *
     * @param there where a list below an id is, by its pattern; null where the service names none, and an id is asked for that leads nowhere
     */
    Outcome inFilters(Below there) {
        Tally tally = new Tally();
        for (Routes.Route route : outside("GET")) {
            List<HostileFilters.Filter> filters = StreamSupport.stream(
                            described(route).path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("in").asString().equals("query"))
                    .map(parameter -> new HostileFilters.Filter(
                            parameter.path("name").asString(), isText(parameter.path("schema"))))
                    .toList();
            if (!filters.isEmpty()) {
                asked(route, filters, there, tally).tried();
            }
        }
        return tally.outcome();
    }

    private JsonNode described(Routes.Route route) {
        return document.path("paths").path(route.pattern()).path(route.method().toLowerCase(Locale.ROOT));
    }

    /** Whether it takes what is typed as it is: a day, a number or one of several words is refused before anything is done with it. */
    private static boolean isText(JsonNode schema) {
        JsonNode each = schema.has("items") ? schema.path("items") : schema;
        return each.path("type").asString("").equals("string") && !each.has("enum") && !each.has("format");
    }

    private HostileFilters asked(Routes.Route route, List<HostileFilters.Filter> filters, Below there, Tally tally) {
        RouteSecurityTest.There named = route.pattern().contains("{")
                ? there.of(route.pattern(), route.permissions().toArray(String[]::new))
                : null;
        return named == null
                ? new HostileFilters(
                        route,
                        route.pattern()
                                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString()),
                        callers(route),
                        filters,
                        tally)
                : new HostileFilters(route, named.path(), List.of(client.as(named.who())), filters, tally);
    }

    /**
     * Each variable of each path, each value by one of those who may ask, in turn. Where all variables are ids or days, each route meets some of the values, in turn: they are refused by
     * their form, wherever they are typed.
     */
    Outcome inPaths() {
        Tally tally = new Tally();
        int turn = 0;
        for (Routes.Route route : routes) {
            if (!route.pattern().contains("{") || route.pattern().startsWith("/internal/")) {
                continue;
            }
            List<RestTestClient> callers = callers(route);
            int values = takesText(route) ? VALUES.size() : REFUSED_BY_FORM;
            for (int i = 0; i < values; i++) {
                String value = VALUES.get(turn++ % VALUES.size());
                int status = inPath(callers.get(i % callers.size()), route, value);
                tally.sent();
                if (!FOR_A_PATH.contains(status)) {
                    tally.fault(route, "path", value, "→ " + status);
                }
            }
        }
        return tally.outcome();
    }

    /** Also what is not described, of which nothing is known. */
    private boolean takesText(Routes.Route route) {
        List<JsonNode> variables = StreamSupport.stream(
                        described(route).path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asString().equals("path"))
                .toList();
        return variables.isEmpty() || variables.stream().anyMatch(variable -> isText(variable.path("schema")));
    }

    private List<Routes.Route> outside(String method) {
        return routes.stream()
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

    /** Of one walk through the routes. */
    static final class Tally {

        private final List<String> faults = new ArrayList<>();
        private final Set<String> unreached = new TreeSet<>();
        private int tried;

        void sent() {
            tried++;
        }

        void nobodyComesTo(Routes.Route route) {
            unreached.add(route.method() + " " + route.pattern());
        }

        void fault(Routes.Route route, String where, String value, String what) {
            String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
            faults.add(route.method() + " " + route.pattern() + " " + where + "=" + shown + " " + what);
        }

        private Outcome outcome() {
            return new Outcome(tried, faults, unreached);
        }
    }
}
