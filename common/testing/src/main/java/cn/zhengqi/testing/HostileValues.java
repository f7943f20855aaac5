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
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
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

    /** What a day, a number or a word of a list is told apart from: nearly one, and far too long. */
    private static final List<String> OF_ANOTHER_FORM = List.of("name desc; select pg_sleep(9)", "9".repeat(400));

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
            JsonNode parameters =
                    document.path("paths").path(route.pattern()).path("get").path("parameters");
            List<Filter> filters = StreamSupport.stream(parameters.spliterator(), false)
                    .filter(parameter -> parameter.path("in").asString().equals("query"))
                    .map(Filter::of)
                    .toList();
            if (!filters.isEmpty()) {
                Asked asked = asked(route, there);
                filters.forEach(filter -> tryFilter(asked, filter, tally));
            }
        }
        return tally.outcome();
    }

    /** @param text whether it takes what is typed as it is: a day, a number or one of several words is refused before anything is done with it */
    private record Filter(String name, boolean text) {

        static Filter of(JsonNode parameter) {
            JsonNode schema = parameter.path("schema");
            JsonNode each = schema.has("items") ? schema.path("items") : schema;
            boolean text = each.path("type").asString("").equals("string") && !each.has("enum") && !each.has("format");
            return new Filter(parameter.path("name").asString(), text);
        }

        /** All for a text; for what is refused by its form, those that look most like one. */
        List<String> values() {
            return text ? VALUES : OF_ANOTHER_FORM;
        }
    }

    private Asked asked(Routes.Route route, Below there) {
        RouteSecurityTest.There named = route.pattern().contains("{")
                ? there.of(route.pattern(), route.permissions().toArray(String[]::new))
                : null;
        return named == null
                ? new Asked(
                        route,
                        route.pattern()
                                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString()),
                        callers(route))
                : new Asked(route, named.path(), List.of(client.as(named.who())));
    }

    /** @param path without variables */
    private record Asked(Routes.Route route, String path, List<RestTestClient> callers) {

        /** A filter that finds nothing may say so in this way, but below an id it is the id that leads nowhere. */
        boolean looksAtFilter(int status) {
            return status != 403 && (status != 404 || !route.pattern().contains("{"));
        }
    }

    /**
     * Each value by one of those who are answered, in turn: whose rows are found depends on who asks, what a filter does with what is typed does not. Where
     * nobody is, as by a filter that is a day or a number, by one of those for whom it was looked at.
     */
    private void tryFilter(Asked asked, Filter filter, Tally tally) {
        Routes.Route route = asked.route();
        String name = filter.name();
        List<String> values = filter.values();
        List<LetIn> all = new ArrayList<>();
        for (RestTestClient caller : asked.callers()) {
            Answer nothing = get(caller, asked.path(), name, NOTHING);
            tally.tried++;
            all.add(new LetIn(caller, nothing.status(), nothing.total()));
        }
        List<LetIn> letIn = those(all, it -> it.status() == 200);
        if (letIn.isEmpty()) {
            letIn = those(all, it -> asked.looksAtFilter(it.status()));
        }
        if (letIn.isEmpty()) {
            tally.unreached.add(route.method() + " " + route.pattern());
            letIn = those(all, it -> it.status() != 403);
        }
        for (int i = 0; i < values.size() && !letIn.isEmpty(); i++) {
            String value = values.get(i);
            LetIn asking = letIn.get(i % letIn.size());
            Answer answer = get(asking.caller(), asked.path(), name, value);
            tally.tried++;
            if (!FOR_A_FILTER.contains(answer.status())) {
                tally.fault(route, name, value, "→ " + answer.status());
            } else if (asking.rows() != null && answer.total() != null && answer.total() > asking.rows()) {
                tally.fault(route, name, value, "finds " + answer.total() + " rows");
            }
        }
    }

    private static List<LetIn> those(List<LetIn> all, Predicate<LetIn> which) {
        return all.stream().filter(which).toList();
    }

    /**
     * @param status of the answer to a word which is nowhere
     * @param rows that it finds, null where the answer counts none
     */
    private record LetIn(
            RestTestClient caller, int status, @Nullable Long rows) {}

    /** Each variable of each path, each value by one of those who may ask, in turn. */
    Outcome inPaths() {
        Tally tally = new Tally();
        for (Routes.Route route : routes.all()) {
            if (!route.pattern().contains("{") || route.pattern().startsWith("/internal/")) {
                continue;
            }
            List<RestTestClient> callers = callers(route);
            for (int i = 0; i < VALUES.size(); i++) {
                String value = VALUES.get(i);
                int status = inPath(callers.get(i % callers.size()), route, value);
                tally.tried++;
                if (!FOR_A_PATH.contains(status)) {
                    tally.fault(route, "path", value, "→ " + status);
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

    private static Answer get(RestTestClient caller, String path, String name, String value) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("hostile", value);
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
        private final Set<String> unreached = new TreeSet<>();
        private int tried;

        private void fault(Routes.Route route, String where, String value, String what) {
            String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
            faults.add(route.method() + " " + route.pattern() + " " + where + "=" + shown + " " + what);
        }

        private Outcome outcome() {
            return new Outcome(tried, faults, unreached);
        }
    }
}
