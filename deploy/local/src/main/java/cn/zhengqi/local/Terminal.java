package cn.zhengqi.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the person sees. Progress goes to standard error, so that results on standard output can be piped. */
final class Terminal {

    private final PrintStream out;
    private final PrintStream progress;

    Terminal(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = progress;
    }

    void result(String line) {
        out.println(line);
    }

    synchronized void step(String line) {
        progress.println(line);
    }

    /** The line that the person types; null if there is none. */
    @Nullable
    String ask(String question) {
        progress.print(question);
        progress.flush();
        try {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            return null;
        }
    }

    void done(String what, Duration took, String detail) {
        step("  %-24s %6s  %s".formatted(what, seconds(took), detail).stripTrailing());
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
