package cn.zhengqi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a process and its children have used; empty where the system does not say, which is not nothing.
 *
 * @param cpuSeconds since they started, in user and kernel mode
 * @param pssMb memory, with pages that are shared counted by their share
 */
record ProcessFigures(OptionalDouble cpuSeconds, OptionalDouble pssMb) {

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;

    static ProcessFigures of(long pid) {
        return of(PROC, pid, children(PROC, pid).toArray());
    }

    /** The processor alone, which is read at once: to add up the memory of a JVM takes the kernel milliseconds. */
    static OptionalDouble cpuSecondsOf(long pid) {
        return total(PROC.resolve("" + pid), PROC, children(PROC, pid).toArray(), "stat", ProcessFigures::cpuSeconds);
    }

    /**
     * What all of the machine has used since it started.
     *
     * @param busySeconds of CPU, in all processes and the kernel
     * @param stolenSeconds in which a processor would have worked and its host gave it to others
     */
    record Machine(double busySeconds, double stolenSeconds) {}

    static Optional<Machine> machine() {
        return machine(PROC);
    }

    static Optional<Machine> machine(Path proc) {
        try (Stream<String> lines = Files.lines(proc.resolve("stat"))) {
            // user, nice, system, idle, iowait, irq, softirq, steal: proc_stat(5)
            var ticks = lines.findFirst().orElseThrow().split(" +", -1);
            double busy = IntStream.of(1, 2, 3, 6, 7)
                    .mapToLong(i -> Long.parseLong(ticks[i]))
                    .sum();
            return Optional.of(new Machine(busy / TICKS_PER_SECOND, Long.parseLong(ticks[8]) / TICKS_PER_SECOND));
        } catch (IOException unsaid) {
            return Optional.empty();
        }
    }

    /**
     * Those that its first thread started, and theirs: PostgreSQL's, for no JVM here has any. Java is asked where the kernel does not say: it looks at all processes of the machine
     * to answer of one.
     */
    static LongStream children(Path proc, long pid) {
        try {
            return Files.readString(proc.resolve("" + pid)
                            .resolve("task")
                            .resolve("" + pid)
                            .resolve("children"))
                    .strip()
                    .lines()
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .mapToLong(Long::parseLong)
                    .flatMap(child -> LongStream.concat(LongStream.of(child), children(proc, child)));
        } catch (IOException unsaid) {
            return ProcessHandle.of(pid).stream()
                    .flatMap(ProcessHandle::descendants)
                    .mapToLong(ProcessHandle::pid);
        }
    }

    static ProcessFigures of(Path proc, long pid, long... children) {
        return new ProcessFigures(
                total(proc.resolve("" + pid), proc, children, "stat", ProcessFigures::cpuSeconds),
                total(proc.resolve("" + pid), proc, children, "smaps_rollup", ProcessFigures::pssMb));
    }

    static String megabytes(OptionalDouble memory) {
        return memory.isPresent()
                ? String.format(Locale.ROOT, "%6.0f MB", memory.getAsDouble())
                : String.format("%9s", "unknown");
    }

    static String seconds(OptionalDouble cpu) {
        return cpu.isPresent()
                ? String.format(Locale.ROOT, "%8.1f s", cpu.getAsDouble())
                : String.format("%10s", "unknown");
    }

    private static OptionalDouble total(
            Path process, Path proc, long[] children, String file, ToDoubleFunction<String> figure) {
        try {
            double total = figure.applyAsDouble(Files.readString(process.resolve(file)));
            for (var child : LongStream.of(children)
                    .mapToObj(id -> proc.resolve("" + id))
                    .toList()) {
                total += ofChild(child.resolve(file), figure);
            }
            return OptionalDouble.of(total);
        } catch (IOException unreadable) {
            return OptionalDouble.empty();
        }
    }

    /** It may have ended since it was listed, and has nothing any more. */
    private static double ofChild(Path file, ToDoubleFunction<String> figure) throws IOException {
        try {
            return figure.applyAsDouble(Files.readString(file));
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    private static double cpuSeconds(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        // utime, stime, and those of children that have ended
        return LongStream.rangeClosed(11, 14)
                        .map(i -> Long.parseLong(fields[(int) i]))
                        .sum()
                / TICKS_PER_SECOND;
    }

    private static double pssMb(String smaps) {
        return smaps.lines()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }
}
