package cn.zhengqi.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The JVM that runs a Java server: the one of this process, with few arenas and a small heap. A server that was trained once
 * (its classes loaded, linked and written down) starts with half the work.
 */
final class ServerJvm {

    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=48m",
            "-Xss512k",
            "-Dfile.encoding=UTF-8",
            "-Djava.net.preferIPv4Stack=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final List<Path> classPath;
    private final Path aotCache;

    private ServerJvm(List<Path> classPath, Path aotCache) {
        this.classPath = classPath;
        this.aotCache = aotCache;
    }

    /** The JVM of one server, {@code nacos} or {@code rocketmq}. */
    static ServerJvm of(String server, Path cache) {
        var classPath = ServerClassPath.of(server, cache);
        return new ServerJvm(classPath, cache.resolve(server + "-" + key(classPath) + ".aot"));
    }

    /** A cache is made from jars only; a server whose own classes lie in a folder (in the build) does without. */
    boolean isTrained() {
        return Files.exists(aotCache) || classPath.stream().anyMatch(Files::isDirectory);
    }

    /** Where a training run writes to, until {@link #trained} says that it ended well. */
    Path training() {
        return aotCache.resolveSibling(aotCache.getFileName() + ".new");
    }

    void trained() {
        try {
            if (Files.exists(training())) {
                Files.move(training(), aotCache, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new EngineException("cannot keep " + aotCache, e);
        }
    }

    List<String> command(boolean training, List<String> options, String mainClass, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        if (training) {
            command.add("-XX:AOTCacheOutput=" + training());
        } else if (Files.exists(aotCache)) {
            command.add("-XX:AOTCache=" + aotCache);
        }
        command.addAll(options);
        command.addAll(List.of(
                "-cp", String.join(":", classPath.stream().map(Path::toString).toList()), mainClass));
        command.addAll(arguments);
        return command;
    }

    /** Whatever makes the JVM refuse a cache: other jars, another JDK, other options. */
    private static String key(List<Path> classPath) {
        try {
            var text = new StringBuilder(Runtime.version() + System.getProperty("java.home") + OPTIONS);
            for (var entry : classPath) {
                text.append(entry).append(Files.size(entry)).append(Files.getLastModifiedTime(entry));
            }
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException e) {
            throw new EngineException("cannot read the class path", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
