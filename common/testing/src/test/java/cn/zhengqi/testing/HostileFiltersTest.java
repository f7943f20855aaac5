package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.web.security.Routes;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That what breaks is found and named, also among filters that do not and behind those that refuse, against a list that breaks in the ways that are tried. */
class HostileFiltersTest {

    private static final String LIST = "/api/sample/list";
    private static final int ROWS = 5;

    private final List<Map<String, String>> asked = new ArrayList<>();
    private HttpServer server;
    private Function<Map<String, String>, Answer> list = query -> Answer.found(query.isEmpty() ? ROWS : 0);

    private record Answer(int status, String body) {

        static Answer found(long total) {
            return new Answer(200, "{\"total\":" + total + "}");
        }

        static Answer broken() {
            return new Answer(500, "{}");
        }

        static Answer refused(String... fields) {
            return new Answer(
                    400,
                    Stream.of(fields)
                            .map(field -> "{\"field\":\"" + field + "\"}")
                            .collect(Collectors.joining(",", "{\"errors\":[", "]}")));
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Map<String, String> query = read(exchange.getRequestURI().getRawQuery());
            asked.add(query);
            Answer answer = list.apply(query);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static Map<String, String> read(String query) {
        Map<String, String> read = new HashMap<>();
        if (query != null) {
            for (String one : query.split("&")) {
                String[] pair = one.split("=", 2);
                read.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return read;
    }

    @Test
    void a_list_that_does_as_it_should_is_let_be_though_every_filter_has_met_every_value() {
        HostileValues.Outcome outcome = tried(texts("q", "name", "town", "phone", "street", "author"));

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.unreached()).isEmpty();
        for (String filter : List.of("q", "name", "town", "phone", "street", "author")) {
            assertThat(asked).extracting(query -> query.get(filter)).as(filter).containsAll(HostileValues.VALUES);
        }
    }

    @Test
    void where_nothing_could_be_found_a_value_is_asked_of_all_filters_at_once() {
        list = query -> Answer.found(0);

        assertThat(tried(texts("q", "name", "town", "phone", "street", "author"))
                        .tried())
                .isLessThan(HostileValues.VALUES.size() + 20);
    }

    @Test
    void the_one_that_breaks_among_several_is_named() {
        list = query -> has(query, "name", "'") ? Answer.broken() : Answer.found(0);

        assertThat(tried(texts("q", "name", "town")).faults())
                .isNotEmpty()
                .anyMatch(fault -> fault.startsWith("GET " + LIST + " name=zz' → 500"))
                .allMatch(fault -> fault.contains(" name="));
    }

    @Test
    void so_is_one_behind_another_that_refuses_and_says_so() {
        list = query -> query.containsKey("sort")
                ? Answer.refused("sort")
                : has(query, "q", "jndi") ? Answer.broken() : Answer.found(0);

        assertThat(tried(texts("sort", "name", "q")).faults())
                .anyMatch(fault -> fault.contains(" q=$1 ${jndi"))
                .allMatch(fault -> fault.contains(" q="));
    }

    @Test
    void so_is_one_behind_another_that_refuses_and_does_not_say_so() {
        list = query -> query.containsKey("sort")
                ? new Answer(400, "{}")
                : has(query, "q", "union") ? Answer.broken() : Answer.found(0);

        assertThat(tried(texts("sort", "name", "q")).faults())
                .singleElement()
                .asString()
                .contains(" q=\\' union select")
                .endsWith("→ 500");
    }

    @Test
    void so_is_one_that_is_only_looked_at_when_another_finds_something() {
        list = query ->
                query.containsKey("town") ? Answer.found(0) : has(query, "q", "'") ? Answer.broken() : Answer.found(0);

        assertThat(tried(texts("town", "q")).faults())
                .singleElement()
                .asString()
                .contains(" q=z' \"or\"")
                .endsWith("→ 500");
    }

    @Test
    void so_are_two_that_only_break_together() {
        list = query -> has(query, "from", "'") && has(query, "to", "'") ? Answer.broken() : Answer.found(0);

        assertThat(tried(texts("from", "to")).faults())
                .anyMatch(fault -> fault.contains(" from&to=zz' → 500"))
                .allMatch(fault -> fault.contains(" from&to="));
    }

    @Test
    void one_that_finds_what_nobody_asked_for_is_named_though_the_others_find_nothing() {
        list = query -> Answer.found(query.isEmpty() || (query.size() == 1 && has(query, "q", "[a-z]")) ? ROWS : 0);

        assertThat(tried(texts("q", "name")).faults())
                .containsExactly("GET " + LIST + " q=[a-z]+( finds " + ROWS + " rows");
    }

    @Test
    void a_number_that_breaks_is_named_beside_a_day_that_refuses_and_a_word_that_finds_nothing() {
        list = query -> query.containsKey("day")
                ? Answer.refused("day")
                : has(query, "most", "999") ? Answer.broken() : Answer.found(0);

        assertThat(tried("""
                                {"name": "day", "in": "query", "schema": {"type": "string", "format": "date"}},
                                {"name": "most", "in": "query", "schema": {"type": "integer"}},
                                {"name": "q", "in": "query", "schema": {"type": "string"}}""").faults())
                .singleElement()
                .asString()
                .contains(" most=9999")
                .endsWith("→ 500");
    }

    @Test
    void a_list_to_which_nobody_comes_is_said() {
        list = query -> new Answer(403, "{}");

        assertThat(tried(texts("q")).unreached()).containsExactly("GET " + LIST);
    }

    private static boolean has(Map<String, String> query, String filter, String sign) {
        return query.getOrDefault(filter, "").contains(sign);
    }

    private static String texts(String... names) {
        return Stream.of(names)
                .map(name -> "{\"name\": \"" + name + "\", \"in\": \"query\", \"schema\": {\"type\": \"string\"}}")
                .collect(Collectors.joining(","));
    }

    private HostileValues.Outcome tried(String parameters) {
        JsonNode document = JsonMapper.builder()
                .build()
                .readTree("{\"paths\": {\"" + LIST + "\": {\"get\": {\"parameters\": [" + parameters + "]}}}}");
        return new HostileValues(
                        document,
                        List.of(new Routes.Route("GET", LIST, Set.of("self"), "list")),
                        new ServiceClient(server.getAddress().getPort()))
                .inFilters((pattern, permissions) -> null);
    }
}
