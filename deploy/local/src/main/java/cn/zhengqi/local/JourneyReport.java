package cn.zhengqi.local;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Playwright's JSON reporter wrote of the browser journeys: how many passed, and why the others did not. */
final class JourneyReport {

    /** Lines of an error that are shown: the complaint, and what was expected and seen. */
    private static final int LINES = 12;

    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

    private final JsonNode report;

    private JourneyReport(JsonNode report) {
        this.report = report;
    }

    static JourneyReport of(String json) {
        return new JourneyReport(JsonMapper.shared().readTree(json));
    }

    /** A journey that passed at its second try has passed; {@link #complaints} names it with what the first ran into. */
    Count count() {
        var stats = report.path("stats");
        int flaky = stats.path("flaky").asInt(0);
        return new Count(
                stats.path("expected").asInt(0) + flaky,
                stats.path("unexpected").asInt(0),
                stats.path("skipped").asInt(0),
                flaky);
    }

    /** The journeys that failed, also those that passed when tried again, each with its first lines of complaint. */
    List<String> complaints() {
        var lines = new ArrayList<String>();
        report.path("suites").forEach(suite -> collect(suite, lines));
        return lines;
    }

    private static void collect(JsonNode suite, List<String> lines) {
        suite.path("suites").forEach(inner -> collect(inner, lines));
        for (var spec : suite.path("specs")) {
            for (var test : spec.path("tests")) {
                var status = test.path("status").asString("");
                if (status.equals("unexpected") || status.equals("flaky")) {
                    lines.add("%s:%d %s: %s"
                            .formatted(
                                    spec.path("file").asString(""),
                                    spec.path("line").asInt(0),
                                    spec.path("title").asString(""),
                                    status.equals("flaky") ? "passed at the second try, the first said" : "failed"));
                    test.path("results")
                            .forEach(result -> result.path("errors")
                                    .forEach(error -> lines.addAll(COLOURS.matcher(
                                                    error.path("message").asString(""))
                                            .replaceAll("")
                                            .lines()
                                            .limit(LINES)
                                            .map(line -> "    " + line)
                                            .toList())));
                }
            }
        }
    }
}
