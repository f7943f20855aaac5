package cn.zhengqi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this machine, or the container that we run in, has left. */
final class Memory {

    private static final Path GROUP_LIMIT = Path.of("/sys/fs/cgroup/memory.max");
    private static final Path GROUP_USE = Path.of("/sys/fs/cgroup/memory.current");

    private Memory() {}

    static void requireFree(int megabytes) {
        long available = availableMb();
        if (available < megabytes) {
            throw new LauncherException(
                    "too little memory: " + available + " MB are available, the platform needs about " + megabytes
                            + " MB. End other programs, or run a part: ZHENGQI_ONLY=gateway,auth-service,user-service ./zhengqi up");
        }
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
