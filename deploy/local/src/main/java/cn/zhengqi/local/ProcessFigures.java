package cn.zhengqi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * What a process and its children have used.
 *
 * @param cpuSeconds since they started, in user and kernel mode
 * @param pssMb memory, with pages that are shared counted by their share
 */
record ProcessFigures(double cpuSeconds, double pssMb) {

    private static final double TICKS_PER_SECOND = 100;

    static ProcessFigures of(long pid) {
        var pids = LongStream.concat(
                        LongStream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .mapToLong(ProcessHandle::pid))
                .toArray();
        return new ProcessFigures(
                LongStream.of(pids).mapToDouble(ProcessFigures::cpuSeconds).sum(),
                LongStream.of(pids).mapToDouble(ProcessFigures::pssMb).sum());
    }

    private static double cpuSeconds(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            // utime, stime, and those of children that have ended
            return LongStream.rangeClosed(11, 14)
                            .map(i -> Long.parseLong(fields[(int) i]))
                            .sum()
                    / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static double pssMb(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                            .filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
