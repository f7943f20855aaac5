package cn.zhengqi.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a server keeps its data, log and pid, and how long it lives.
 *
 * @param folder data, log and pid file of this one server
 * @param cache extracted binaries, shared by all servers of this user
 * @param temporary the server dies with this JVM, even if the JVM is killed, and its folder goes with it
 */
public record EngineHome(Path folder, Path cache, boolean temporary) {

    /** A home that outlives this JVM: a later start in the same folder finds the running server and adopts it. */
    public static EngineHome at(Path folder, Path cache) {
        return create(new EngineHome(folder.toAbsolutePath(), cache.toAbsolutePath(), false));
    }

    /** A home for a test. */
    public static EngineHome temporary(String name) {
        return temporary(name, userCache());
    }

    static EngineHome temporary(String name, Path cache) {
        try {
            var folder = Files.createTempDirectory("zhengqi-" + name + "-");
            return create(new EngineHome(folder, cache, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where extracted binaries are kept between runs for this user. */
    public static Path userCache() {
        var cache = System.getenv("XDG_CACHE_HOME");
        var base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("zhengqi");
    }

    void deleteIfTemporary() {
        if (temporary) {
            delete(folder);
        }
    }

    /** With all that is in it; nothing happens where it is not. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EngineHome create(EngineHome home) {
        try {
            Files.createDirectories(home.folder);
            Files.createDirectories(home.cache);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
