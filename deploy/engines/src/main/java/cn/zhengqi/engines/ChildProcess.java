package cn.zhengqi.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A process that this project started and may therefore end. It is known by pid and kernel start time, so that a pid
 * which the kernel gave to somebody else later is never taken for ours. It runs in a session of its own: neither a killed
 * parent nor Ctrl-C in the terminal ends it, unless its home is temporary.
 */
public final class ChildProcess {

    /** Long enough for a machine under load. */
    public static final Duration START_LIMIT = Duration.ofSeconds(180);

    /** Writing an AOT cache at the end of a run. */
    public static final Duration TRAINING_LIMIT = Duration.ofMinutes(5);

    private static final Duration POLL = Duration.ofMillis(50);

    /** Asking thirteen starting processes twenty times a second would take a tenth of the machine that they start on. */
    private static final Duration PATIENT_POLL = Duration.ofMillis(250);

    private static final Duration PATIENT_AFTER = Duration.ofSeconds(1);
    private static final long MILLIS_PER_TICK = 10;
    private static final long LOG_LIMIT = 20L * 1024 * 1024;

    private final String name;
    private final Path folder;
    private final long pid;
    private final long startTicks;
    private final @Nullable Process watchdog;

    private ChildProcess(String name, Path folder, long pid, long startTicks, @Nullable Process watchdog) {
        this.name = name;
        this.folder = folder;
        this.pid = pid;
        this.startTicks = startTicks;
        this.watchdog = watchdog;
    }

    /**
     * Starts a command whose output goes to the home's log. The caller has made sure that none of ours runs there.
     *
     * @param environment beside the one of this process, of which the key device's variables are not passed on
     */
    public static ChildProcess start(
            String name, EngineHome home, List<String> command, Map<String, String> environment) {
        var folder = home.folder();
        try {
            Files.createDirectories(folder);
            var log = folder.resolve(name + ".log");
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
                Files.move(log, folder.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            var line = new ArrayList<String>();
            line.add("setsid");
            line.addAll(command);
            var builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            KeyDeviceVariables.removeFrom(builder).environment().putAll(environment);
            var process = builder.start();
            long ticks = startTicks(process.pid())
                    .orElseThrow(() -> new EngineException(name + " ended at once; see " + log));
            Files.writeString(pidFile(name, folder), process.pid() + " " + ticks + "\n");
            var watchdog = home.temporary() ? watchdog(process.pid(), ticks, folder) : null;
            return new ChildProcess(name, folder, process.pid(), ticks, watchdog);
        } catch (IOException e) {
            throw new EngineException("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** The process that an earlier start left running in this home. */
    public static Optional<ChildProcess> running(String name, EngineHome home) {
        var file = pidFile(name, home.folder());
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var parts = Files.readString(file).trim().split(" ", -1);
            if (parts.length != 2) {
                return Optional.empty();
            }
            var child = new ChildProcess(name, home.folder(), Long.parseLong(parts[0]), Long.parseLong(parts[1]), null);
            return child.isAlive() ? Optional.of(child) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return pid;
    }

    public Path log() {
        return folder.resolve(name + ".log");
    }

    public boolean isAlive() {
        return startTicks(pid).filter(ticks -> ticks == startTicks).isPresent();
    }

    /**
     * Whether to take this process for the server that should listen on the port: because it does, or because it is so young
     * that it may be about to.
     */
    boolean serves(int port) {
        return Ports.isListening(pid, port) || age().compareTo(START_LIMIT) < 0;
    }

    private Duration age() {
        try {
            var uptime = Files.readString(Path.of("/proc/uptime")).split(" ", -1)[0];
            return Duration.ofMillis((long) (Double.parseDouble(uptime) * 1000) - startTicks * MILLIS_PER_TICK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the condition holds; says what the log says if the process dies or time runs out. */
    public void await(Duration limit, BooleanSupplier condition) {
        long begin = System.nanoTime();
        long end = begin + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (!isAlive()) {
                throw new EngineException(name + " died while starting; see " + log() + "\n" + logTail(15));
            }
            if (System.nanoTime() > end) {
                throw new EngineException(
                        name + " was not ready within " + limit.toSeconds() + " s; see " + log() + "\n" + logTail(15));
            }
            pause(System.nanoTime() - begin < PATIENT_AFTER.toNanos() ? POLL : PATIENT_POLL);
        }
    }

    public String logTail(int lines) {
        try {
            if (!Files.exists(log())) {
                return "";
            }
            var all = new String(Files.readAllBytes(log()), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }

    /** SIGKILL, and waits until the kernel has forgotten the process. */
    public void kill() {
        signal("KILL");
        awaitEnd(Duration.ofSeconds(30));
        forget();
    }

    /** Asks with the given signal, kills what has not gone after the grace. */
    public void stop(String signal, Duration grace) {
        signal(signal);
        if (!awaitEnd(grace)) {
            signal("KILL");
            awaitEnd(Duration.ofSeconds(30));
        }
        forget();
    }

    /** Sends a signal if the process is still ours. */
    public void signal(String signal) {
        if (!isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        }
    }

    /** Whether the process was gone within the limit. */
    public boolean awaitEnd(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(POLL);
        }
        return true;
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile(name, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (watchdog != null) {
            watchdog.destroyForcibly();
        }
    }

    private static Path pidFile(String name, Path folder) {
        return folder.resolve(name + ".pid");
    }

    /** A shell that waits for the pipe from this JVM to close, which it does however the JVM ends. */
    private static Process watchdog(long pid, long ticks, Path folder) throws IOException {
        var script = """
                read -r line
                [ "$(cut -d' ' -f22 /proc/$1/stat 2>/dev/null)" = "$2" ] && kill -9 "$1"
                rm -rf "$3"
                """;
        return KeyDeviceVariables.removeFrom(new ProcessBuilder(
                        "setsid", "sh", "-c", script, "watchdog", "" + pid, "" + ticks, folder.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Field 22 of /proc/PID/stat; empty when the process does not exist or has ended and waits to be collected. */
    private static Optional<Long> startTicks(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var ended = fields[0].equals("Z") && threads(pid) <= 1;
            return ended ? Optional.empty() : Optional.of(Long.valueOf(fields[19]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The first thread of a killed process is a zombie while the others still hold its ports. */
    private static long threads(long pid) throws IOException {
        try (var tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return tasks.count();
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        }
    }
}
