package cn.zhengqi.local;

import cn.zhengqi.engines.KeyDeviceVariables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that works for this one and must not outlive it, whatever ends this one, be it kill -9: a build, a training run.
 * It and all that it starts are one group; a shell waits for the pipe from this JVM to close, and ends the group then.
 */
final class AttachedProcess implements AutoCloseable {

    private static final String WATCH = "read -r line; kill -TERM \"-$1\" 2>/dev/null";

    private final Process process;
    private final Process watchdog;

    private AttachedProcess(Process process, Process watchdog) {
        this.process = process;
        this.watchdog = watchdog;
    }

    static AttachedProcess start(ProcessBuilder builder) throws IOException {
        var line = new ArrayList<>(List.of("setsid"));
        line.addAll(builder.command());
        var process = builder.command(line).start();
        var watchdog = KeyDeviceVariables.removeFrom(
                        new ProcessBuilder("setsid", "sh", "-c", WATCH, "watchdog", Long.toString(process.pid())))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new AttachedProcess(process, watchdog);
    }

    Process process() {
        return process;
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends what still runs. */
    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            watchdog.getOutputStream().close();
        } else {
            watchdog.destroyForcibly();
        }
    }
}
