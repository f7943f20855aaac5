package cn.zhengqi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How much memory this machine, or the container that we run in, has left. */
final class Memory {

    private static final Path GROUP_LIMIT = Path.of("/sys/fs/cgroup/memory.max");
    private static final Path GROUP_USE = Path.of("/sys/fs/cgroup/memory.current");

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
        try {
            long available = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                            .filter(line -> line.startsWith("MemAvailable:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(Long.MAX_VALUE)
                    / 1024;
            if (Files.isReadable(GROUP_LIMIT) && Files.isReadable(GROUP_USE)) {
                var limit = Files.readString(GROUP_LIMIT).trim();
                if (!limit.equals("max")) {
                    long used = Long.parseLong(Files.readString(GROUP_USE).trim());
                    available = Math.min(available, (Long.parseLong(limit) - used) / (1024 * 1024));
                }
            }
            return available;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
