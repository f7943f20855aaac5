package cn.zhengqi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How much memory this machine, or the container that we run in, has left. */
final class Memory {

    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final Path GROUP = Path.of("/sys/fs/cgroup");

    /** What counts as used and is given back as soon as somebody needs it: files that were read, as by the build before a start. */
    private static final Set<String> GIVEN_BACK = Set.of("inactive_file", "slab_reclaimable");

    /** Enough to register, to sign in and to look at the register. */
    static final List<String> PART = List.of("gateway", "auth-service", "user-service", "message-service");

    private Memory() {}

    static void requireFree(Topology topology) {
        shortage(topology, availableMb()).ifPresent(told -> {
            throw new LauncherException(told);
        });
    }

    /** What to say where it does not suffice. A part is proposed only where that would fit. */
    static Optional<String> shortage(Topology topology, long available) {
        int needed = topology.memoryMb();
        if (available >= needed) {
            return Optional.empty();
        }
        boolean partFits = Topology.of(topology.offset(), PART).memoryMb() <= available;
        return Optional.of("too little memory: " + available + " MB are available, "
                + (topology.isWhole() ? "the platform needs" : "these services need") + " about " + needed
                + " MB. End other programs"
                + (partFits ? ", or run a part: ZHENGQI_ONLY=" + String.join(",", PART) + " ./zhengqi up" : "."));
    }

    static long availableMb() {
        return availableMb(MACHINE, GROUP);
    }

    /** @param group the folder in which the container's limit and use stand, where there is one */
    static long availableMb(Path machine, Path group) {
        try {
            long available;
            try (Stream<String> lines = Files.lines(machine)) {
                available = lines.filter(line -> line.startsWith("MemAvailable:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .findFirst()
                                .orElse(Long.MAX_VALUE)
                        / 1024;
            }
            Path most = group.resolve("memory.max");
            Path use = group.resolve("memory.current");
            if (Files.isReadable(most) && Files.isReadable(use)) {
                var limit = Files.readString(most).trim();
                if (!limit.equals("max")) {
                    long used = Long.parseLong(Files.readString(use).trim()) - givenBack(group.resolve("memory.stat"));
                    available = Math.min(available, (Long.parseLong(limit) - used) / (1024 * 1024));
                }
            }
            return available;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long givenBack(Path statistics) throws IOException {
        if (!Files.isReadable(statistics)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(statistics)) {
            return lines.map(line -> line.split(" ", 2))
                    .filter(entry -> entry.length == 2 && GIVEN_BACK.contains(entry[0]))
                    .mapToLong(entry -> Long.parseLong(entry[1].trim()))
                    .sum();
        }
    }
}
