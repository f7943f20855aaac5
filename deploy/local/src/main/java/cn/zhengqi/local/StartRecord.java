package cn.zhengqi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said and written down of the processes of one copy when they start: when each was ready, and as what a service runs. */
final class StartRecord {

    private final Workspace workspace;
    private final Terminal terminal;

    StartRecord(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    void started(String what, long pid, int port, Instant begin, boolean ranBefore) {
        var now = Instant.now();
        write(what, "ready", now.toString());
        terminal.done(
                what,
                Duration.between(begin, now),
                "pid " + pid + ", port " + port + (ranBefore ? ", ran already" : ""));
    }

    /** When the process was first seen healthy; absent if it never was. */
    Optional<Instant> readyAt(String process) {
        return Optional.of(read(process, "ready"))
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
    }

    /** By command and environment: whether a service that runs is what would be started. Empty if it never was. */
    String identityOf(String service) {
        return read(service, "identity");
    }

    /** The folder of the extracted jar that a service was started from; empty if it never was. */
    String applicationOf(String service) {
        return read(service, "application");
    }

    void startedAs(String service, String identity, Path application) {
        write(service, "identity", identity);
        write(service, "application", application.toString());
    }

    /** What services of any copy of this project were started from: nobody may delete it. */
    List<Path> applicationsOfAllCopies() {
        var inUse = new ArrayList<Path>();
        try (Stream<Path> states = Files.list(workspace.root().resolve(".zhengqi"))) {
            for (var state : states.toList()) {
                for (var service : Topology.SERVICES) {
                    var folder = read(state.resolve(service.name()).resolve("application"));
                    if (!folder.isEmpty()) {
                        inUse.add(Path.of(folder));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inUse;
    }

    private String read(String process, String what) {
        return read(workspace.state().resolve(process).resolve(what));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String process, String what, String text) {
        try {
            Files.writeString(workspace.state().resolve(process).resolve(what), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
