package cn.zhengqi.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files that hold for the whole country, from the class path; and those of the district, from the folder that
 * {@code ZHENGQI_DISTRICT_DATA} names. Where one is named, nothing of the first district is left.
 */
final class Resources {

    private static final String NATIONAL = "reference/";
    private static final String FIRST_DISTRICT = "district/";

    private Resources() {}

    static Optional<String> national(String name) {
        return onClassPath(NATIONAL + name);
    }

    static Optional<String> district(String name) {
        String folder = System.getProperty("zhengqi.district-data", System.getenv("ZHENGQI_DISTRICT_DATA"));
        if (folder == null || folder.isBlank()) {
            return onClassPath(FIRST_DISTRICT + name);
        }
        Path root = Path.of(folder);
        if (!Files.isDirectory(root)) {
            throw new IllegalStateException("the folder of the district's data is missing: " + folder);
        }
        Path file = root.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static Optional<String> onClassPath(String path) {
        try (InputStream in = Resources.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
