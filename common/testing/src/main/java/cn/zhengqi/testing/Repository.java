package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository that tests write and check. */
public final class Repository {

    private Repository() {}

    public static Path file(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn")) && Files.isDirectory(folder.resolve("web"))) {
                return folder.resolve(path);
            }
        }
        throw new IllegalStateException(
                "Not inside the repository: " + Path.of("").toAbsolutePath());
    }

    public static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Fails when the file does not say this.
     *
     * @param property with {@code -D<property>=true} the file is written instead
     */
    public static void holds(String path, String content, String property) {
        Path file = file(path);
        try {
            if (Boolean.getBoolean(property)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, content);
            }
            String hint = file.getFileName() + " is stale: run this test once with -D" + property
                    + "=true and commit the file";
            assertThat(file).as(hint).exists();
            assertThat(Files.readString(file)).as(hint).isEqualTo(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
