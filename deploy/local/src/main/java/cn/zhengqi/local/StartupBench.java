package cn.zhengqi.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** How long the built platform takes from the command to everything healthy, and what it uses then. */
final class StartupBench {

    static final Duration WALL_LIMIT = Duration.ofSeconds(60);
    static final double MEMORY_LIMIT_MB = 4096;

    private final Workspace workspace;
    private final Platform platform;
    private final Terminal terminal;

    StartupBench(Workspace workspace, Platform platform, Terminal terminal) {
        this.workspace = workspace;
        this.platform = platform;
        this.terminal = terminal;
    }

    /** Starts through the script, as a person would. The platform must be built, trained and down. Whether both limits hold. */
    boolean run() {
        var begin = Instant.now();
        try {
            int exit = new ProcessBuilder(workspace.root().resolve("zhengqi").toString(), "up")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new LauncherException("./zhengqi up ended with " + exit);
            }
        } catch (IOException e) {
            throw new LauncherException("cannot run ./zhengqi up: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
        var wall = Duration.between(begin, Instant.now());
        return report(begin, wall);
    }

    private boolean report(Instant begin, Duration wall) {
        terminal.result("%-24s %12s %10s %10s".formatted("process", "healthy at", "CPU", "PSS"));
        var cpu = OptionalDouble.of(0);
        var memory = OptionalDouble.of(0);
        for (var process : platform.pids().entrySet()) {
            var figures = ProcessFigures.of(process.getValue());
            var ready = platform.readyAt(process.getKey())
                    .map(instant -> Terminal.seconds(Duration.between(begin, instant)))
                    .orElse("-");
            terminal.result(line(process.getKey(), ready, figures.cpuSeconds(), figures.pssMb()));
            cpu = sum(cpu, figures.cpuSeconds());
            memory = sum(memory, figures.pssMb());
        }
        terminal.result(line("total", Terminal.seconds(wall), cpu, memory));
        boolean quick = wall.compareTo(WALL_LIMIT) <= 0;
        boolean small = memory.isPresent() && memory.getAsDouble() <= MEMORY_LIMIT_MB;
        terminal.result("limits: %s %s, %.0f MB %s"
                .formatted(
                        Terminal.seconds(WALL_LIMIT),
                        quick ? "kept" : "EXCEEDED",
                        MEMORY_LIMIT_MB,
                        small ? "kept" : memory.isPresent() ? "EXCEEDED" : "NOT KNOWN"));
        return quick && small;
    }

    /** A sum of which a part is not known is not known. */
    private static OptionalDouble sum(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() + other.getAsDouble())
                : OptionalDouble.empty();
    }

    private static String line(String name, String ready, OptionalDouble cpu, OptionalDouble memory) {
        return "%-24s %12s %s %10s"
                .formatted(name, ready, ProcessFigures.seconds(cpu), ProcessFigures.megabytes(memory));
    }
}
