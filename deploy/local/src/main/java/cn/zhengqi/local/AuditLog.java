package cn.zhengqi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * Has ops-service verify 操作日志. The last signed checkpoint that was seen is kept here, outside of the database, and held against the next verification: a log
 * that was set back as a whole, signatures included, does not pass for a shorter one.
 */
final class AuditLog {

    /** Each signature of the years that the log goes back is proved anew. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final PlatformClient platform;
    private final Path seen;
    private final Terminal terminal;

    AuditLog(PlatformClient platform, Path seen, Terminal terminal) {
        this.platform = platform;
        this.seen = seen;
        this.terminal = terminal;
    }

    boolean verify() {
        var report = platform.get("ops-service", "/internal/audit/verification" + seenBefore(), PATIENCE);
        var fault = report.path("fault");
        if (!fault.isMissingNode() && !fault.isNull()) {
            terminal.result("%s %s %d: %s"
                    .formatted(
                            fault.path("kind").asString(),
                            fault.path("kind").asString().equals("CHECKPOINT") ? "checkpoint" : "entry",
                            fault.path("seq").asLong(),
                            fault.path("detail").asString()));
            return false;
        }
        terminal.result("%d entries (%d to %d), %d checkpoints: unbroken"
                .formatted(
                        report.path("entries").asLong(),
                        report.path("fromSeq").asLong(),
                        report.path("throughSeq").asLong(),
                        report.path("checkpoints").asLong()));
        keep(report.path("lastCheckpoint"));
        return true;
    }

    private String seenBefore() {
        try {
            return Files.exists(seen) ? Files.readString(seen).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(JsonNode checkpoint) {
        if (checkpoint.isMissingNode() || checkpoint.isNull()) {
            return;
        }
        try {
            Files.writeString(
                    seen,
                    "?seenThrough=%d&seenHash=%s%n"
                            .formatted(
                                    checkpoint.path("throughSeq").asLong(),
                                    checkpoint.path("hash").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
