package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other command is a real process: locks of files are between processes. */
class CommandLockTest {

    @TempDir
    Path folder;

    private final List<String> happened = new ArrayList<>();

    @Test
    void who_builds_second_says_so_and_waits_until_the_first_has_ended() throws Exception {
        Path file = folder.resolve("build.lock");
        Path release = folder.resolve("release");
        Process other = holding(file, release);
        try {
            new CommandLock(file)
                    .await(
                            () -> {
                                happened.add("waits");
                                touch(release);
                            },
                            () -> happened.add("builds, the other is "
                                    + (Files.exists(folder.resolve("held")) ? "there" : "gone")));
        } finally {
            other.destroy();
        }
        assertThat(happened).containsExactly("waits", "builds, the other is gone");
    }

    @Test
    void who_is_alone_waits_for_nobody() {
        new CommandLock(folder.resolve("build.lock")).await(() -> happened.add("waits"), () -> happened.add("builds"));
        assertThat(happened).containsExactly("builds");
    }

    /** Holds the lock until the file to release it is there; meanwhile there is a file "held". */
    private Process holding(Path file, Path release) throws Exception {
        Path program = Files.writeString(folder.resolve("Holder.java"), """
                import java.nio.channels.FileChannel;
                import java.nio.file.*;

                class Holder {
                    public static void main(String[] paths) throws Exception {
                        try (var channel = FileChannel.open(
                                        Path.of(paths[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                                var lock = channel.lock()) {
                            Path held = Files.createFile(Path.of(paths[2]));
                            System.out.println("held");
                            while (!Files.exists(Path.of(paths[1]))) {
                                Thread.onSpinWait();
                            }
                            Files.delete(held);
                        }
                    }
                }
                """);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        program.toString(),
                        file.toString(),
                        release.toString(),
                        folder.resolve("held").toString())
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("held");
        return process;
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
