package cn.zhengqi.local;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Has services compare their figures with what these come from, and copies of data built anew. */
final class Figures {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PlatformClient platform;
    private final Terminal terminal;

    Figures(PlatformClient platform, Terminal terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    /** One line a figure; whether no figure differs. */
    boolean reconcile() {
        return print(platform.get("stats-service", "/internal/stats/reconcile"), terminal);
    }

    /** The same of the money of policy redemption, which policy-service reconciles by itself. */
    boolean verifyRedemption() {
        return print(platform.get("policy-service", "/internal/policies/redemption/verify"), terminal);
    }

    /** The comparison once the last events have arrived, or as it is after a minute. */
    JsonNode settled() {
        var patience = Instant.now().plus(PATIENCE);
        var report = platform.get("stats-service", "/internal/stats/reconcile");
        while (!same(report) && Instant.now().isBefore(patience)) {
            report = platform.get("stats-service", "/internal/stats/reconcile");
        }
        return report;
    }

    static boolean same(JsonNode report) {
        return report.path("rows")
                .valueStream()
                .allMatch(row -> row.path("difference").decimalValue().signum() == 0);
    }

    static boolean print(JsonNode report, Terminal terminal) {
        terminal.result("%-40s %18s %18s %14s".formatted("figure", "here", "source", "difference"));
        for (var row : report.path("rows")) {
            terminal.result("%-40s %18s %18s %14s"
                    .formatted(
                            row.path("figure").asString(),
                            row.path("here").decimalValue().toPlainString(),
                            row.path("source").decimalValue().toPlainString(),
                            row.path("difference").decimalValue().toPlainString()));
        }
        boolean same = same(report);
        terminal.result(same ? "no difference" : "there are differences");
        return same;
    }

    /** @param what the service without {@code -service}, which keeps something that it was told by events */
    void rebuild(String what) {
        terminal.result("rebuilt " + platform.post(what + "-service", "/internal/" + what + "/rebuild"));
    }
}
