package cn.zhengqi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * Has ops-service verify 操作日志 and 登录日志. The last signed checkpoint of each that was seen is kept here, outside of the database, and held against the next verification: a log
 * that was set back as a whole, signatures included, does not pass for a shorter one.
 */
final class AuditLog {

    /** Each signature of the years that the log goes back is proved anew. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final PlatformClient platform;
    private final Path state;
    private final Terminal terminal;

    /** @param state folder where what was seen is kept */
    AuditLog(PlatformClient platform, Path state, Terminal terminal) {
        this.platform = platform;
        this.state = state;
        this.terminal = terminal;
    }

    /** A log, as ops-service and as people call it. */
    private enum Log {
        OPERATIONS("操作日志", "audit-seen"),
        SIGN_INS("登录日志", "sign-ins-seen");

        private final String label;
        private final String seen;

        Log(String label, String seen) {
            this.label = label;
            this.seen = seen;
        }
    }

    boolean verify() {
        boolean whole = true;
        for (Log log : Log.values()) {
            whole &= verify(log);
        }
        return whole;
    }

    private boolean verify(Log log) {
        var report = platform.get("ops-service", "/internal/audit/verification?log=" + log + seenBefore(log), PATIENCE);
        var fault = report.path("fault");
        if (!fault.isMissingNode() && !fault.isNull()) {
            terminal.result("%s: %s %s %d: %s"
                    .formatted(
                            log.label,
                            fault.path("kind").asString(),
                            fault.path("kind").asString().equals("CHECKPOINT") ? "checkpoint" : "entry",
                            fault.path("seq").asLong(),
                            fault.path("detail").asString()));
            return false;
        }
        terminal.result("%s: %d entries (%d to %d), %d checkpoints: unbroken"
                .formatted(
                        log.label,
                        report.path("entries").asLong(),
                        report.path("fromSeq").asLong(),
                        report.path("throughSeq").asLong(),
                        report.path("checkpoints").asLong()));
        keep(log, report.path("lastCheckpoint"));
        return true;
    }

    /** What an older version of this command kept began the query. */
    private String seenBefore(Log log) {
        Path seen = state.resolve(log.seen);
        try {
            return Files.exists(seen) ? Files.readString(seen).strip().replace('?', '&') : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(Log log, JsonNode checkpoint) {
        if (checkpoint.isMissingNode() || checkpoint.isNull()) {
            return;
        }
        try {
            Files.writeString(
                    state.resolve(log.seen),
                    "&seenThrough=%d&seenHash=%s%n"
                            .formatted(
                                    checkpoint.path("throughSeq").asLong(),
                                    checkpoint.path("hash").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
