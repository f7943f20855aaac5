package cn.zhengqi.testing;

import cn.zhengqi.web.security.Routes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/**
 * The filters and the order of one list, with hostile values. All of them carry a value in one request; a filter that refuses it is left out and the others are asked again, so that no refusal hides
 * what they would have done. What is answered as it should not be is asked filter by filter, and so is whatever could find more rows than a word that is nowhere.
 */
final class HostileFilters {

    /** @param text whether it takes what is typed as it is */
    record Filter(String name, boolean text) {}

    /** What finds nothing because nothing is called so. */
    private static final String NOTHING = "zzqxjkwv";

    /** Every sign on which something breaks, for one filter alone: together, one that knows no such word may keep the others from being looked at. */
    private static final String ALL_SIGNS = "z' \"or\"1=1;--\\%_[a+(*<b>${x}#{7}../\uD83D\uDC2F";

    /** Found, refused, or sent to a page of the platform. */
    private static final Set<Integer> FOR_A_FILTER = Set.of(200, 302, 400, 403, 404, 409);

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Routes.Route route;
    private final String path;
    private final List<RestTestClient> callers;
    private final List<Filter> filters;
    private final HostileValues.Tally tally;

    /**
     * @param path of the list, without variables
     * @param callers who may ask for it, one of each kind
     */
    HostileFilters(
            Routes.Route route,
            String path,
            List<RestTestClient> callers,
            List<Filter> filters,
            HostileValues.Tally tally) {
        this.route = route;
        this.path = path;
        this.callers = callers;
        this.filters = filters;
        this.tally = tally;
    }

    /**
     * Each value by one of those who are answered, in turn: whose rows are found depends on who asks, what a filter does with what is typed does not. Where nobody is, by one of those for
     * whom the filters were looked at.
     */
    void tried() {
        List<Filter> texts = filters.stream().filter(Filter::text).toList();
        List<Filter> formed = filters.stream().filter(filter -> !filter.text()).toList();
        List<LetIn> letIn = letIn(texts.isEmpty() ? formed : texts);
        if (letIn.isEmpty()) {
            return;
        }
        for (int i = 0; i < HostileValues.VALUES.size() && !texts.isEmpty(); i++) {
            LetIn asking = letIn.get(i % letIn.size());
            String value = HostileValues.VALUES.get(i);
            together(asking, asking.taking(), value);
            together(asking, asking.refusing(texts), value);
        }
        for (String value : HostileValues.OF_ANOTHER_FORM) {
            together(letIn.getFirst(), formed, value);
        }
        LetIn richest =
                letIn.stream().max(Comparator.comparingLong(LetIn::everything)).orElseThrow();
        for (Filter filter : texts.isEmpty() ? texts : richest.taking()) {
            if (richest.everything() > 0 && richest.nothing(List.of(filter)) < richest.everything()) {
                HostileValues.VALUES.forEach(value -> alone(richest, filter, value));
            } else if (richest.taking().size() > 1) {
                alone(richest, filter, ALL_SIGNS);
            }
        }
    }

    /** Who is answered, or at least comes to the filters; where nobody does, whoever is not turned away. */
    private List<LetIn> letIn(List<Filter> asked) {
        List<LetIn> answered = new ArrayList<>();
        List<LetIn> reached = new ArrayList<>();
        List<LetIn> others = new ArrayList<>();
        for (RestTestClient caller : callers) {
            Answer nothing = get(caller, asked, NOTHING);
            if (nothing.status() == FORBIDDEN) {
                continue;
            }
            if (nothing.status() == NOT_FOUND && route.pattern().contains("{")) {
                // It is the id that leads nowhere, and no filter that finds nothing.
                others.add(new LetIn(caller, List.of(), 0));
                continue;
            }
            List<Filter> taking = nothing.status() == OK ? asked : taking(caller, asked, nothing);
            Long byWord = nothing.status() == OK
                    ? nothing.total()
                    : get(caller, taking, NOTHING).total();
            (taking.isEmpty() ? reached : answered)
                    .add(new LetIn(caller, taking, byWord == null ? 0 : everything(caller)));
        }
        if (answered.isEmpty() && reached.isEmpty()) {
            tally.nobodyComesTo(route);
            return others;
        }
        return answered.isEmpty() ? reached : answered;
    }

    /** Rows without a filter. */
    private long everything(RestTestClient caller) {
        Answer all = get(caller, List.of(), NOTHING);
        return all.status() == OK && all.total() != null ? all.total() : 0;
    }

    /** Those that do not refuse a word which is nowhere. */
    private List<Filter> taking(RestTestClient caller, List<Filter> asked, Answer refusal) {
        List<Filter> open = new ArrayList<>(asked);
        Answer answer = refusal;
        while (answer.status() != OK && !open.isEmpty()) {
            if (!open.removeAll(answer.refused(open))) {
                return open.stream()
                        .filter(filter -> get(caller, List.of(filter), NOTHING).status() == OK)
                        .toList();
            }
            answer = get(caller, open, NOTHING);
        }
        return open;
    }

    private void together(LetIn asking, List<Filter> all, String value) {
        List<Filter> open = new ArrayList<>(all);
        while (open.size() > 1) {
            Answer answer = get(asking.caller(), open, value);
            boolean finds = finds(asking, open, answer);
            if (answer.status() == OK && !finds) {
                return;
            }
            if (!open.removeAll(answer.refused(open))) {
                boolean told = false;
                for (Filter filter : open) {
                    told |= alone(asking, filter, value);
                }
                if (!told && (finds || !FOR_A_FILTER.contains(answer.status()))) {
                    told(open, value, answer);
                }
                return;
            }
        }
        open.forEach(last -> alone(asking, last, value));
    }

    /** Whether it was answered as it should not be. */
    private boolean alone(LetIn asking, Filter filter, String value) {
        Answer answer = get(asking.caller(), List.of(filter), value);
        boolean wrong = !FOR_A_FILTER.contains(answer.status()) || finds(asking, List.of(filter), answer);
        if (wrong) {
            told(List.of(filter), value, answer);
        }
        return wrong;
    }

    /** What is refused by its form may find whatever there is where it is not. */
    private static boolean finds(LetIn asking, List<Filter> carrying, Answer answer) {
        return answer.total() != null
                && answer.total() > 0
                && carrying.stream().allMatch(Filter::text)
                && answer.total() > asking.nothing(carrying);
    }

    private void told(List<Filter> guilty, String value, Answer answer) {
        tally.fault(
                route,
                guilty.stream().map(Filter::name).collect(Collectors.joining("&")),
                value,
                FOR_A_FILTER.contains(answer.status()) ? "finds " + answer.total() + " rows" : "→ " + answer.status());
    }

    /** Somebody who asks, and what is found for that one. */
    private final class LetIn {

        private final RestTestClient caller;
        private final List<Filter> taking;
        private final long everything;
        private final Map<List<Filter>, Long> byWord = new HashMap<>();

        /**
         * @param taking filters that do not refuse a word which is nowhere
         * @param everything how many rows there are without a filter, 0 where the answer counts none
         */
        private LetIn(RestTestClient caller, List<Filter> taking, long everything) {
            this.caller = caller;
            this.taking = taking;
            this.everything = everything;
        }

        RestTestClient caller() {
            return caller;
        }

        List<Filter> taking() {
            return taking;
        }

        List<Filter> refusing(List<Filter> texts) {
            return texts.stream().filter(filter -> !taking.contains(filter)).toList();
        }

        long everything() {
            return everything;
        }

        /** Rows that are found by a word which is nowhere, typed into these. Where it is refused, whatever there is may be found. */
        long nothing(List<Filter> carrying) {
            return byWord.computeIfAbsent(List.copyOf(carrying), these -> {
                Answer answer = get(caller, these, NOTHING);
                return answer.status() == OK && answer.total() != null ? answer.total() : Long.MAX_VALUE;
            });
        }
    }

    private record Answer(int status, @Nullable Long total, Set<String> fields) {

        /** Those of the filters that it names as wrong. */
        List<Filter> refused(List<Filter> open) {
            return FOR_A_FILTER.contains(status)
                    ? open.stream()
                            .filter(filter -> fields.contains(filter.name()))
                            .toList()
                    : List.of();
        }
    }

    private Answer get(RestTestClient caller, List<Filter> carrying, String value) {
        String query = carrying.stream()
                .map(filter -> filter.name() + "={hostile}")
                .collect(Collectors.joining("&", carrying.isEmpty() ? "" : "?", ""));
        Object[] values = carrying.stream().map(filter -> value).toArray();
        var result = caller.get()
                .uri(path + query, values)
                .header("Accept", HostileValues.ACCEPTED)
                .exchange()
                .expectBody(byte[].class)
                .returnResult();
        tally.sent();
        return answer(result.getStatus().value(), result.getResponseBody());
    }

    private static Answer answer(int status, byte @Nullable [] body) {
        if (body == null || body.length == 0 || body[0] != '{') {
            return new Answer(status, null, Set.of());
        }
        JsonNode said = HostileValues.JSON.readTree(new String(body, StandardCharsets.UTF_8));
        JsonNode total = said.path("total");
        return new Answer(
                status,
                total.isNumber() ? total.asLong() : null,
                StreamSupport.stream(said.path("errors").spliterator(), false)
                        .map(error -> error.path("field").asString(""))
                        .collect(Collectors.toSet()));
    }
}
